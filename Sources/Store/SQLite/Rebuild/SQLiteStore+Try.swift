public import Dossiers

extension SQLiteStore {
  /// The deadlines that would be others by these rules, among the next `limit` items or dossiers from `cursor` on, and
  /// where to go on; nil at the end. Nothing is changed.
  public func dueChanges(
    by document: RulesDocument, from cursor: ReplanCursor, limit: Int, at now: Instant
  ) async throws(StoreError) -> (changes: [DueChange], next: ReplanCursor?) {
    try await look { db, working in
      let rules = Rules(
        calendar: WorkingCalendar(document.calendar), policy: document.policy, registry: document.registry)
      var other = working.rules
      if document.calendar != working.rules.calendars.latest.definition { other.calendars = rules.calendars }
      if document.policy != working.rules.policies.latest { other.policies = rules.policies }
      let planner = DeadlinePlanner(rules: other, closures: working.closures.sorted { $0.key < $1.key }.map(\.value))
      return try DueChanges(working: working, other: planner, now: now).next(after: cursor, limit: limit, db)
    }
  }
}
