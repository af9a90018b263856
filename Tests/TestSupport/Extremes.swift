import Dossiers

/// Makes times and dates of events as far off as the contract can tell them.
struct Extremes {
  var random: SeededGenerator

  /// The event, with its own time and the dates in it moved by chance.
  mutating func bend(_ event: Event) -> Event {
    let fact: Fact =
      switch event.fact {
      case .noted(let note): .noted(DeskNote(agency: note.agency, dossier: note.dossier, saying: bend(note.saying)))
      case .closed(let closure): .closed(bend(closure))
      default: event.fact
      }
    return Event(
      identity: event.identity, time: isBent() ? instant() : event.time,
      sequence: isBent() ? random.next() : event.sequence, fact: fact)
  }

  /// An instant from the year 0000 to 9999, often at or near an end of it.
  mutating func instant() -> Instant {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .distantPast
    case 1: .distantFuture
    case 2: Instant.distantFuture.advanced(by: .seconds(-Int64.random(in: 0..<10_000_000, using: &random)))
    case 3: Instant.distantPast.advanced(by: .seconds(Int64.random(in: 0..<10_000_000, using: &random)))
    case 4: Instant(microseconds: Int64.random(in: -1_000_000...1_000_000, using: &random))
    default: Instant(seconds: Int64.random(in: -62_167_219_200...253_402_300_799, using: &random))
    }
  }

  private mutating func isBent() -> Bool { Int.random(in: 0..<5, using: &random) == 0 }

  private mutating func date() -> LocalDate { LocalDate(instant()) }

  private mutating func bend(_ saying: DeskNote.Saying) -> DeskNote.Saying {
    guard isBent() else { return saying }
    return switch saying {
    case .received(let item, let procedure, _): .received(item: item, procedure: procedure, promised: date())
    case .dateTold: .dateTold(promised: date())
    case .supplementRequested: .supplementRequested(until: date())
    case .supplementReceived: .supplementReceived(until: date())
    case .consulted(let ref, let body, _): .consulted(ref: ref, body: body, until: date())
    case .answered(let ref, let body, _): .answered(ref: ref, body: body, until: date())
    case .rescheduled: .rescheduled(promised: date())
    case .resultReady, .refused, .givenUp: saying
    }
  }

  private mutating func bend(_ closure: Closure) -> Closure {
    guard isBent() else { return closure }
    return Closure(
      from: instant(), until: Bool.random(using: &random) ? instant() : nil, places: closure.places,
      reason: closure.reason)
  }
}
