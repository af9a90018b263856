import Dossiers
public import Settings
public import Store

extension Reader {
  /// A reader by the bounds and the registry of the settings.
  init(_ settings: Settings) {
    self.init(
      domestic: settings.intake.domesticItemForms, bodyBytes: settings.intake.bodyBytes,
      bounds: Admission.Bounds(
        ahead: .minutes(Int64(settings.intake.aheadMinutes)), age: .days(Int64(settings.intake.staleDays)),
        requiresUser: settings.broker.requireUserID),
      registry: settings.rules.registry, deadQueue: settings.broker.deadQueue)
  }
}

extension RulesDocument {
  /// The rules of the settings, as they are recorded.
  init(_ rules: RuleSet) {
    self.init(calendar: rules.calendar, policy: rules.policy, registry: rules.registry)
  }
}

extension Telling {
  /// What is told and when, by the settings.
  public init(_ settings: Settings) {
    self.init(
      routing: settings.routing, correctionWait: .minutes(Int64(settings.alerts.voidingGraceMinutes)),
      since: settings.alerts.since?.start)
  }
}
