import Dossiers
import Settings

extension Rules {
  /// The rules of one version of the files.
  init(_ set: RuleSet) {
    self.init(calendar: WorkingCalendar(set.calendar), policy: set.policy, registry: set.registry)
  }
}

extension EventDecoder {
  /// A decoder by the bounds of these settings.
  init(_ settings: IntakeSettings) {
    var limits = Limits()
    limits.bytes = settings.bodyBytes
    self.init(limits: limits, domestic: settings.domesticItemForms)
  }
}
