public import Dossiers

/// From when deadlines are watched, and how long the alerting waits for evidence, and for company.
public struct AlertSettings: Sendable, Hashable {
  /// The longest time after a start or a lost link in which no breach is raised.
  public let holdSeconds: Int
  /// How long notices wait for the replacement of a voided event.
  public let voidingGraceMinutes: Int
  /// How long notices to the same recipient are gathered into one mail.
  public let groupWaitSeconds: Int
  /// After how many days a scan of an item that nobody accepted is an anomaly.
  public let unclaimedDays: Int
  /// Whether notices about deadlines wait for the recipient's opening hours.
  public let waitsForOpening: Bool
  /// The day from which deadlines are watched: what was due before raises nothing. Nil for ever since.
  public let since: LocalDate?

  init(_ section: Section, today: LocalDate) {
    holdSeconds = section["hold-seconds"]?.integer(0...86_400) ?? 300
    voidingGraceMinutes = section["voiding-grace-minutes"]?.integer(0...1440) ?? 5
    groupWaitSeconds = section["group-wait-seconds"]?.integer(0...86_400) ?? 60
    unclaimedDays = section["unclaimed-days"]?.integer(1...365) ?? 7
    waitsForOpening = section["waits-for-opening"]?.boolean() ?? true
    since = section["since"]?.date()
    if let since, since > today {
      // A slip of the year would keep everything silent.
      section.problems.warn(
        section.place(of: "since"), "alerts are raised only of what is due from \(since) on, and today is \(today)",
        advice: "correct the day, unless the daemon goes live then")
    }
  }
}
