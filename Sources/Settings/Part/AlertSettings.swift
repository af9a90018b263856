public import Dossiers

/// From when deadlines are watched, and how long the alerting waits for evidence, and for company.
public struct AlertSettings: Sendable, Hashable {
  /// The longest time after a start or a lost link in which no breach is raised.
  public let holdSeconds: Int
  /// How long notices wait for the replacement of a voided event.
  public let voidingGraceMinutes: Int
  /// How long notices of a group are gathered into one mail, where the routing says nothing else.
  public let groupWaitSeconds: Int
  /// The least time between two mails of a group, where the routing says nothing else; ten times the wait where it is
  /// not set.
  public let groupIntervalSeconds: Int
  /// After how many hours a breach or a mishap that still stands is told again, where the routing says nothing else; 0
  /// for never.
  public let repeatHours: Int
  /// After how many days a scan of an item that nobody accepted is an anomaly.
  public let unclaimedDays: Int
  /// After how many hours an event that is taken is marked as recorded late.
  public let recordedLateHours: Int
  /// Whether notices about deadlines wait for the receiver's opening hours, where the routing says nothing else.
  public let waitsForOpening: Bool
  /// The day from which deadlines are watched: what was due before raises nothing. Nil for ever since.
  public let since: LocalDate?

  /// How many days before the known days off end the operator is told; 0 for never.
  public let calendarHorizonDays: Int

  init(_ section: Section, today: LocalDate) {
    holdSeconds = section["hold-seconds"]?.integer(0...86_400) ?? 300
    voidingGraceMinutes = section["voiding-grace-minutes"]?.integer(0...1440) ?? 5
    groupWaitSeconds = section["group-wait-seconds"]?.integer(0...86_400) ?? 60
    groupIntervalSeconds = section["group-interval-seconds"]?.integer(0...604_800) ?? 10 * groupWaitSeconds
    repeatHours = section["repeat-hours"]?.integer(0...8760) ?? 24
    unclaimedDays = section["unclaimed-days"]?.integer(1...365) ?? 7
    recordedLateHours = section["recorded-late-hours"]?.integer(1...8760) ?? 24
    waitsForOpening = section["waits-for-opening"]?.boolean() ?? true
    calendarHorizonDays = section["calendar-horizon-days"]?.integer(0...3650) ?? CalendarHorizon.usualDays
    since = section["since"]?.date()
    if let since, since > today {
      // A slip of the year would keep everything silent.
      section.problems.warn(
        section.place(of: "since"), "alerts are raised only of what is due from \(since) on, and today is \(today)",
        advice: "correct the day, unless the daemon goes live then")
    }
  }
}

extension AlertSettings {
  /// What the root of the route tree inherits.
  var timing: Timing {
    Timing(
      groupWait: .seconds(Int64(groupWaitSeconds)), groupInterval: .seconds(Int64(groupIntervalSeconds)),
      repeatInterval: repeatHours == 0 ? nil : .hours(Int64(repeatHours)), hours: waitsForOpening ? .opening : .any)
  }
}
