extension DossierState {
  /// Tells the dossier's life in the words of the policy.
  mutating func live(
    _ notes: [HeardNote], _ promises: [Occurrence], _ supplementing: [Occurrence], resultPosted: Instant?
  ) {
    var entries: [Entry] = []
    if let lodged { entries.append(Entry(Occurrence(.lodged, at: lodged), place: lodged, rank: 0)) }
    if let resultPosted { entries.append(entry(Occurrence(.resultPosted, at: resultPosted), rank: 1)) }
    if let decided { entries.append(entry(Occurrence(.decided, at: decided), rank: 2)) }
    if let givenUp { entries.append(entry(Occurrence(.givenUp, at: givenUp), rank: 3)) }
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
    // Entries with equal keys keep their order, which is that of the story.
    life.reserveCapacity(entries.count)
    for entry in entries.sortedByInsertion() { life.append(entry.occurrence) }
  }

  /// A decision or the citizen's giving up, whichever came first.
  var finish: Instant? {
    [decided, givenUp].compactMap(\.self).min()
  }

  /// An occurrence and its place in the story.
  fileprivate struct Entry {
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

extension [DossierState.Entry] {
  /// The entries by key; those with equal keys stay in their order. There are few, and most stand right already.
  fileprivate func sortedByInsertion() -> [DossierState.Entry] {
    var sorted = self
    for place in sorted.indices.dropFirst() {
      var at = place
      while at > 0, sorted[at].key < sorted[at - 1].key {
        sorted.swapAt(at, at - 1)
        at -= 1
      }
    }
    return sorted
  }
}
