import Broker
import Dossiers
import Settings

/// Dossiers of many agencies that are decided at the same instant, and whose results nobody posts.
struct StormNotes {
  /// How many agencies there are among them.
  static let agencies = 60

  let bench: Workbench
  let dossiers: Int

  /// Two notes of each dossier's desk: it is received, and at `decided` the result is ready.
  func messages(decided: Instant) throws -> [OutgoingMessage] {
    let today = LocalDate(decided)
    let agencies = bench.rules.registry.agencies.filter { $0.value.until.map { $0 >= today } ?? true }.keys.sorted()
      .prefix(Self.agencies)
    guard agencies.count == Self.agencies, let procedure = bench.rules.registry.procedures.keys.min() else {
      throw BenchError.unlike(file: "the registry", expected: "\(Self.agencies) agencies and a procedure")
    }
    let day = today.components.year % 100 * 10_000 + today.components.month * 100 + today.components.day
    let received = decided.advanced(by: .minutes(-5))
    return (0..<dossiers).flatMap { number -> [OutgoingMessage] in
      let agency = agencies[agencies.startIndex + number % agencies.count]
      let parts = DossierCode.Parts(agency: agency, day: day, number: number + 1)
      guard let dossier = DossierCode(parts) else { return [] }
      return [
        message(agency, dossier, .received(item: nil, procedure: procedure, promised: nil), at: received, "r\(number)"),
        message(agency, dossier, .resultReady, at: decided, "d\(number)"),
      ].compactMap(\.self)
    }
  }

  private func message(
    _ agency: AgencyCode, _ dossier: DossierCode, _ saying: DeskNote.Saying, at time: Instant, _ id: String
  ) -> OutgoingMessage? {
    guard let source = EventSource("/agencies/\(agency.text)/desks/d1") else { return nil }
    let event = Event(
      identity: EventIdentity(source: source, id: id), time: time,
      fact: .noted(DeskNote(agency: agency, dossier: dossier, saying: saying)))
    return OutgoingMessage(
      exchange: bench.topology.exchange, routingKey: "agency.\(agency.text)", body: EventEncoder().encode(event),
      contentType: "application/cloudevents+json", messageID: id)
  }
}
