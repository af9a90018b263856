import Dossiers
import Store

extension Output {
  /// The life of an alert for people.
  mutating func tell(_ history: AlertHistory) throws {
    let alert = history.alert
    let about = [alert.subject?.clock?.rawValue, alert.subject?.item?.text].compactMap(\.self)
    try sentence("")
    try sentence(
      "alert \(history.id): \(alert.kind) \(alert.state)" + (about.isEmpty ? "" : ", \(about.joined(separator: " "))"))
    var changes = Table("at", "became", "because of", "event")
    for change in history.changes {
      changes.add(
        change.at.rfc3339, change.what, change.cause,
        change.event.map { "\($0.source.text) \($0.id)" } ?? "")
    }
    try table(changes)
    var notices = Table("told", "what", "why", "receiver", "address", "outcome")
    for told in history.told {
      notices.add(
        told.at.rfc3339, told.what.rawValue, Output.why(told.reason, step: told.step), told.receiver.text,
        told.address, told.outcome)
    }
    for waiting in history.waiting {
      notices.add(
        "not before \(waiting.notBefore.rfc3339)", waiting.what.rawValue, waiting.reason.rawValue,
        waiting.receiver.text, "", waiting.silence.map { "silence \($0)" } ?? "waits")
    }
    if notices.lines.count > 1 { try table(notices) }
  }

  private static func why(_ reason: Notice.Reason, step: Int) -> String {
    reason == .escalated ? "\(reason.rawValue), step \(step)" : reason.rawValue
  }
}
