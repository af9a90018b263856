extension DossierState {
  /// Follows the agency's own time from lodging to decision, and says whether it waits for the citizen's papers.
  ///
  /// A supplement asked for pauses the run; once complete, the term counts again from the start
  /// (Decision 45/2016/QĐ-TTg art. 7(4), Decree 61/2018 art. 19(4)), from the earlier of note and delivery.
  mutating func runProcessing(_ notes: [HeardNote], _ supplements: [PostingGroup]) -> Bool {
    guard let lodged else { return false }
    var run = ProcessingRun(started: lodged)
    var finished: [ProcessingRun] = []
    var isWaiting = false
    // The one that comes second, of a note and a delivery that tell of one supplement, restarts nothing.
    var notesAhead = 0
    var deliveriesAhead = 0
    let end = finish

    for step in processingSteps(notes, supplements) where end.map({ step.time < $0.at }) ?? true {
      switch step.kind {
      case .asked:
        guard !isWaiting else { continue }
        isWaiting = true
        notesAhead = 0
        deliveriesAhead = 0
        // Asked before the handover was scanned, by a clock that is slow: the agency had the papers all the same.
        run.pauses.append(Pause(from: max(step.time, run.started), until: nil))
      case .receivedByNote where !isWaiting && deliveriesAhead > 0:
        deliveriesAhead -= 1
      case .receivedByPost where !isWaiting && notesAhead > 0:
        notesAhead -= 1
      case .receivedByNote where step.time < run.started, .receivedByPost where step.time < run.started:
        if isWaiting { run.pauses.removeLast() }
        isWaiting = false
      case .receivedByNote, .receivedByPost:
        if step.kind == .receivedByNote { notesAhead += 1 } else { deliveriesAhead += 1 }
        isWaiting = false
        run.close(.cancelled(step.time))
        finished.append(run)
        run = ProcessingRun(started: step.time)
      }
    }
    if let end { run.close(end) }
    processing = finished + [run]
    return isWaiting && end == nil
  }

  /// A decision or the citizen's giving up, whichever came first.
  private var finish: DeadlineEnd? {
    switch (decided, givenUp) {
    case (nil, nil): nil
    case (let decided?, let givenUp) where givenUp.map({ decided <= $0 }) ?? true: .met(decided)
    case (_, let givenUp): givenUp.map { .cancelled($0) }
    }
  }

  private enum StepKind { case receivedByPost, asked, receivedByNote }

  private func processingSteps(_ notes: [HeardNote], _ supplements: [PostingGroup]) -> [(time: Instant, kind: StepKind)]
  {
    let delivered = supplements.compactMap(\.delivered).map { (time: $0, kind: StepKind.receivedByPost) }
    let noted = notes.compactMap { note -> (time: Instant, kind: StepKind)? in
      switch note.note.saying {
      case .supplementRequested: (note.time, .asked)
      case .supplementReceived: (note.time, .receivedByNote)
      default: nil
      }
    }
    // Both lists are in the order of the story; at one instant a scan comes before a note.
    return (delivered.sorted { $0.time < $1.time } + noted).enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }
}

extension DossierState.ProcessingRun {
  fileprivate mutating func close(_ end: DeadlineEnd) {
    if let last = pauses.last, last.until == nil {
      pauses[pauses.count - 1] = Pause(from: last.from, until: end.at)
    }
    self.end = end
  }
}
