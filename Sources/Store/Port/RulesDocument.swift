public import Dossiers

/// Calendar, policy and registry of one moment, as they are recorded whole.
public struct RulesDocument: Sendable, Hashable {
  /// The calendar.
  public let calendar: CalendarDefinition
  /// The policy.
  public let policy: Policy
  /// The registry.
  public let registry: Registry

  /// A document of these parts.
  public init(calendar: CalendarDefinition, policy: Policy, registry: Registry) {
    self.calendar = calendar
    self.policy = policy
    self.registry = registry
  }
}
