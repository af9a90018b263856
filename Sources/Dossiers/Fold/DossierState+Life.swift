extension DossierState {
  /// Tells the dossier's life in the words of the policy.
  mutating func live(
    _ notes: [HeardNote], _ promises: [Occurrence], _ supplementing: [Occurrence], resultPosted: Instant?
  ) {
    var entries = [
      lodged.map { Entry(Occurrence(.lodged, at: $0), place: $0, rank: 0) },
      resultPosted.map { entry(Occurrence(.resultPosted, at: $0), rank: 1) },
      decided.map { entry(Occurrence(.decided, at: $0), rank: 2) },
      givenUp.map { entry(Occurrence(.givenUp, at: $0), rank: 3) },
    ].compactMap(\.self)
    // What was asked before the handover was scanned, by a clock that is slow, was asked at the handover.
    let waitsAtLodging = lodged.flatMap { lodged in supplementing.last { $0.time < lodged } }
    for occurrence in supplementing {
      let isEarly = occurrence == waitsAtLodging && occurrence.moment == .supplementRequested
      entries.append(
        isEarly
          ? entry(occurrence, rank: 4) : Entry(occurrence, place: occurrence.time, rank: 4))
    }
    entries += consultations(notes).map { Entry($0, place: $0.time, rank: 5) }
    entries += promises.map { Entry($0, place: $0.time, rank: 6) }
    life = entries.enumerated().sorted {
      $0.element.key == $1.element.key ? $0.offset < $1.offset : $0.element.key < $1.element.key
    }.map(\.element.occurrence)
  }

  /// A decision or the citizen's giving up, whichever came first.
  var finish: Instant? {
    [decided, givenUp].compactMap(\.self).min()
  }

  /// An occurrence and its place in the story.
  private struct Entry {
    let occurrence: Occurrence
    /// Instant; then the lodging before all else; then the time told; then the rank.
    let key: (Instant, Int, Instant, Int)

    init(_ occurrence: Occurrence, place: Instant, rank: Int) {
      self.occurrence = occurrence
      key = (place, min(rank, 1), occurrence.time, rank)
    }
  }

  /// What ends the agency's time can't come before it begins, whatever a slow scanner says.
  private func entry(_ occurrence: Occurrence, rank: Int) -> Entry {
    Entry(occurrence, place: max(occurrence.time, lodged ?? occurrence.time), rank: rank)
  }

  private func consultations(_ notes: [HeardNote]) -> [Occurrence] {
    notes.compactMap { note in
      switch note.note.saying {
      case .consulted(let ref, _, let until): Occurrence(.consulted, at: note.time, date: until, reference: ref)
      case .answered(let ref, _, _): Occurrence(.answered, at: note.time, reference: ref)
      default: nil
      }
    }
  }

  /// Finds the day last promised, marks a second new date, and tells each date that differs from the one before.
  mutating func promise(_ dossier: DossierCase, _ notes: [HeardNote]) -> [Occurrence] {
    var said: [(order: EventOrder, date: LocalDate, moment: Moment)] = dossier.carried.compactMap { carried in
      carried.promised.map { (carried.order, $0, .promised) }
    }
    var rescheduled = 0
    for note in notes {
      switch note.note.saying {
      case .received(_, _, let date?), .dateTold(let date): said.append((note.order, date, .promised))
      case .rescheduled(let date):
        said.append((note.order, date, .rescheduled))
        rescheduled += 1
        if rescheduled > 1 { mark(.rescheduledAgain, note) }
      default: break
      }
    }
    guard !said.isEmpty else { return [] }
    var promises: [Occurrence] = []
    for (order, date, moment) in said.sorted(by: { $0.order < $1.order })
    where moment == .rescheduled || date != promised {
      promised = date
      promises.append(Occurrence(moment, at: order.time, date: date))
    }
    return promises
  }
}
