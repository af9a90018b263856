import Dossiers
import Settings

/// The events of a file that are taken, each identity once.
struct HeardEvents {
  /// The events, in the order of the file.
  private(set) var events: [Event] = []
  private var lines: [EventIdentity: (line: Int, index: Int)] = [:]
  private let decoder: EventDecoder
  private let admission: Admission
  private let now: Instant

  /// Takes by the decoder and the registry of these settings, whatever the age, up to `now`.
  init(_ settings: Settings, now: Instant) {
    decoder = EventDecoder(settings.intake)
    admission = Admission(
      bounds: Admission.Bounds(ahead: .zero, age: nil), registry: settings.rules.registry)
    self.now = now
  }

  /// Takes the event of a line, unless it was taken before.
  /// - Throws: why it can't be taken.
  mutating func take(_ entry: EventLines.Entry) throws(Refusal) {
    let event = try decode(try entry.body.get())
    if let refusal = admission.refusal(of: event, recorded: now, channel: .local) { throw refusal }
    if let (line, index) = lines[event.identity] {
      if events[index].hasSameContent(as: event) { return }
      throw Refusal(.identityReused, "expected what line \(line) says under this source and id, found other content")
    }
    lines[event.identity] = (entry.number, events.count)
    events.append(event)
  }

  private func decode(_ body: [UInt8]) throws(Refusal) -> Event {
    do {
      return try decoder.decode(body)
    } catch {
      throw Refusal(error)
    }
  }
}
