import Dossiers
import Store

/// Takes what operators tell into the log, in their own name.
struct OperatorDesk: Sendable {
  let store: any DossierStore
  let reader: Reader
  let voice: OperatorVoice

  /// Takes an event back.
  func void(source: String, id: String, for reason: String, _ why: String, at now: Instant) async throws(StoreError)
    -> ControlReply
  {
    guard let voided = identity(source, id) else {
      return refused("expected the source and id of an event, found '\(source)' and '\(id)'")
    }
    guard let reason = Voiding.Why(rawValue: reason) else {
      return refused("expected did-not-occur or incorrect-data, found '\(reason)'")
    }
    guard try await store.hasEvent(voided) else { return refused("no event '\(id)' of \(source) was ever heard") }
    return try await take([voice.event(.voided(Voiding(voided: voided, reason: reason)))], why, at: now)
  }

  /// The event of a body, told anew by the operator at the time that the body names.
  func tell(_ body: [UInt8], _ why: String, at now: Instant) async throws(StoreError) -> ControlReply {
    let event: Event
    do {
      event = try reader.decode(body)
    } catch {
      return refused("\(error)")
    }
    return try await take([voice.event(event.fact, at: event.time)], why, at: now)
  }

  /// Lets a closure end.
  func endClosure(source: String, id: String, _ until: Instant, _ why: String, at now: Instant)
    async throws(StoreError) -> ControlReply
  {
    let identity = identity(source, id)
    let standing = try await store.closures()
    guard let known = standing.first(where: { $0.identity == identity }) else {
      return refused("no such closure stands; see dossierctl closure list")
    }
    guard until > known.closure.from else {
      return refused("the closure began at \(known.closure.from.rfc3339); it cannot end before that")
    }
    let ended = Closure(
      from: known.closure.from, until: until, places: known.closure.places, reason: known.closure.reason)
    let replacement = voice.event(.closed(ended))
    let voiding = Voiding(voided: known.identity, reason: .incorrectData, replacement: replacement.identity)
    return try await take([voice.event(.voided(voiding)), replacement], why, at: now)
  }

  /// Takes the events together or not at all.
  private func take(_ events: [Event], _ why: String, at now: Instant) async throws(StoreError) -> ControlReply {
    var arrivals: [Arrival] = []
    for event in events {
      let body = OperatorVoice.message(event, why: why)
      let arrival = reader.readLocal(Message(body: body), recorded: now)
      if case .refused(let refusal) = arrival.reading { return refused("\(refusal)") }
      arrivals.append(arrival)
    }
    let taken = try await store.take(arrivals, recorded: now)
    guard taken.committed == events.count else { return refused("it could not be taken; see dossierctl parked list") }
    let names = events.map { "\($0.identity.source.text) \($0.identity.id)" }
    return ControlReply(isDone: true, message: "told as \(names.joined(separator: " and "))", told: names)
  }

  private func identity(_ source: String, _ id: String) -> EventIdentity? {
    EventSource(source).map { EventIdentity(source: $0, id: id) }
  }

  private func refused(_ message: String) -> ControlReply { ControlReply(isDone: false, message: message) }
}
