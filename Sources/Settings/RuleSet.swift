public import Dossiers

/// One version of all rules, as it is recorded whole in the log.
public struct RuleSet: Sendable, Hashable, Codable {
  /// Agencies, procedures, post offices and districts.
  public let registry: Registry
  /// The rules for all clocks.
  public let policy: Policy
  /// Hours and days off.
  public let calendar: CalendarDefinition
}
