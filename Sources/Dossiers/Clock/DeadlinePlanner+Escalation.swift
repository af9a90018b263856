extension DeadlinePlanner {
  /// When a breach that was raised at `raised` and climbed `step` steps climbs the next one, and to whom: the policy's
  /// working time after the deadline was missed, or after that was known, without what pauses take from it. Nil where
  /// there is no further step, or while a pause has no end.
  public func escalation(
    of deadline: Deadline, raised: Instant, after step: Int
  ) -> (at: Instant, to: Audience)? {
    guard let steps = deadline.basis?.escalation, steps.indices.contains(step), let due = deadline.dueDate.due else {
      return nil
    }
    let calendar = calendar(judging: deadline)
    // The day behind the last one is the first whole day of delay. Nobody is passed over who just learns of it.
    let isOfFirstDay = LocalDate(raised) <= LocalDate(due)
    let missed = steps[step].after.isInDays ? due.advanced(by: Span(microseconds: -1)) : due
    let from = steps[step].after.isInDays && isOfFirstDay ? missed : max(missed, raised)
    let end = calendar.dueDate(
      from: from, steps[step].after, pauses: deadline.pauses, agency: deadline.basis?.agency)
    return end.due.map { ($0, steps[step].audience) }
  }
}
