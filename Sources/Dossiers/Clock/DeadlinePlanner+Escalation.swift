extension DeadlinePlanner {
  /// When a breach that climbed `step` steps climbs the next one, and to whom: the policy's working time after the
  /// deadline was missed, without what pauses take from it. Nil where there is no further step, or while a pause has
  /// no end.
  public func escalation(of deadline: Deadline, after step: Int) -> (at: Instant, to: Audience)? {
    guard let steps = deadline.basis?.escalation, steps.indices.contains(step), let due = deadline.dueDate.due else {
      return nil
    }
    let calendar = calendar(judging: deadline)
    // The day behind the last one is the first whole day of delay.
    let from = steps[step].after.isInDays ? due.advanced(by: Span(microseconds: -1)) : due
    let end = calendar.dueDate(
      from: from, steps[step].after, pauses: deadline.pauses, agency: deadline.basis?.agency)
    return end.due.map { ($0, steps[step].audience) }
  }
}
