extension DossierState {
  /// The supplements asked for and complete, in the order of the story, until the dossier is decided or given up.
  ///
  /// A supplement is complete with the earlier of note and delivery (Decision 45/2016/QĐ-TTg art. 7(4)); a second
  /// request while the agency waits asks for nothing new.
  func supplementing(_ notes: [HeardNote], _ supplements: [PostingGroup]) -> [Occurrence] {
    var life: [Occurrence] = []
    var isWaiting = false
    // The one that comes second, of a note and a delivery that tell of one supplement, completes nothing.
    var notesAhead = 0
    var deliveriesAhead = 0
    let end = finish

    for step in supplementSteps(notes, supplements) where end.map({ step.time < $0 }) ?? true {
      switch step.kind {
      case .asked:
        guard !isWaiting else { continue }
        isWaiting = true
        notesAhead = 0
        deliveriesAhead = 0
        life.append(Occurrence(.supplementRequested, at: step.time, date: step.until))
      case .receivedByNote where !isWaiting && deliveriesAhead > 0:
        deliveriesAhead -= 1
      case .receivedByPost where !isWaiting && notesAhead > 0:
        notesAhead -= 1
      case .receivedByNote, .receivedByPost:
        if lodged.map({ step.time >= $0 }) ?? true {
          if step.kind == .receivedByNote { notesAhead += 1 } else { deliveriesAhead += 1 }
        }
        isWaiting = false
        life.append(Occurrence(.supplementComplete, at: step.time))
      }
    }
    return life
  }

  private enum StepKind { case receivedByPost, asked, receivedByNote }

  private typealias SupplementStep = (time: Instant, kind: StepKind, until: LocalDate?)

  private func supplementSteps(_ notes: [HeardNote], _ supplements: [PostingGroup]) -> [SupplementStep] {
    let delivered = supplements.compactMap(\.delivered).map { SupplementStep($0, .receivedByPost, nil) }
    let noted = notes.compactMap { note -> SupplementStep? in
      switch note.note.saying {
      case .supplementRequested(let until): (note.time, .asked, until)
      case .supplementReceived: (note.time, .receivedByNote, nil)
      default: nil
      }
    }
    if delivered.isEmpty { return noted }
    // Both lists are in the order of the story; at one instant a scan comes before a note.
    return (delivered.sorted { $0.time < $1.time } + noted).enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }
}
