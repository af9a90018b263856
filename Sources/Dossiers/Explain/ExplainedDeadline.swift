/// A deadline with the time from its start to its due instant, piece by piece.
public struct ExplainedDeadline: Sendable, Hashable {
  /// The deadline.
  public let deadline: Deadline
  /// The pieces; nil where the term ends on a day that someone named, and nothing is counted.
  public let explanation: Explanation?

  /// A deadline explained by these pieces.
  public init(deadline: Deadline, explanation: Explanation?) {
    self.deadline = deadline
    self.explanation = explanation
  }
}

extension DeadlinePlanner {
  /// Says why `deadline` is due when it is, by the calendar that judges it.
  public func explained(_ deadline: Deadline) -> ExplainedDeadline {
    guard let basis = deadline.basis, case .allowance(let allowance) = basis.term else {
      return ExplainedDeadline(deadline: deadline, explanation: nil)
    }
    let explanation = calendar(judging: deadline).explanation(
      of: allowance, from: deadline.started, countedFrom: basis.countedFrom,
      countsFirstDay: basis.counting.countsFirstDay, pauses: basis.causes.map(\.pause), agency: basis.agency,
      dueDate: deadline.dueDate)
    return ExplainedDeadline(deadline: deadline, explanation: explanation)
  }
}
