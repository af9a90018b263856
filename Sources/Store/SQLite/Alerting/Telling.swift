public import Dossiers

/// What is told, and when its notices leave.
public struct Telling: Sendable, Hashable {
  /// How long a first notice waits for others to the same recipient.
  public let groupWait: Span
  /// How long a follow-up waits for a correction of the correction: the replacement of a voided event.
  public let correctionWait: Span
  /// Whether notices about deadlines wait for the recipient's opening hours.
  public let waitsForOpening: Bool
  /// From when the store watches: what was due before is reported and raises nothing. Nil for ever since.
  public let since: Instant?

  /// Waits of these lengths.
  public init(
    groupWait: Span = .seconds(60), correctionWait: Span = .minutes(5), waitsForOpening: Bool = true,
    since: Instant? = nil
  ) {
    self.groupWait = groupWait
    self.correctionWait = correctionWait
    self.waitsForOpening = waitsForOpening
    self.since = since
  }

  /// When a notice of this kind, posted at `now`, may leave: a mishap does not wait for the morning, all else does.
  func leaves(_ what: Notice.What, agency: AgencyCode?, at now: Instant, calendar: WorkingCalendar) -> Instant {
    let earliest = now.advanced(by: what.isFollowUp ? max(groupWait, correctionWait) : groupWait)
    switch what {
    case .lost, .damaged, .deaf, .silentOffice, .sequenceGap, .mailRefused, .calendarHorizon:
      return earliest
    case .warning, .breach, .resolved, .retracted, .changed, .cancelled:
      guard waitsForOpening else { return earliest }
      return calendar.schedule(of: agency).opening(atOrAfter: earliest) ?? earliest
    }
  }
}
