import Dossiers
import Store
import Web

/// How the daemon is, for its web pages.
struct HealthReport: HealthSource {
  let hearing: Hearing
  let pulse: Pulse
  let calendar: Shared<WorkingCalendar>
  let horizonDays: Int
  let backups: BackupFolder
  /// After how many hours without a backup that is said; 0 for never.
  let backupHours: Int
  let clock: any WallClock
  let version: String
  let startedAt: Instant

  func health() async -> Health {
    let link = hearing.link
    var problems: [String] = []
    if let trouble = pulse.currentTrouble { problems.append(trouble) }
    if let trouble = pulse.currentMailTrouble { problems.append("mail does not leave: \(trouble)") }
    if !link.isUp { problems.append("no link to the broker since \(link.since.rfc3339)") }
    let lastBackup = backups.last
    return Health(
      isAlive: true, isReady: problems.isEmpty, problems: problems, linkUp: link.isUp, linkSince: link.since,
      backlog: link.backlog, version: version, startedAt: startedAt,
      horizon: calendar.value.horizonWarning(now: clock.now, days: horizonDays), lastBackup: lastBackup,
      backupWarning: warning(lastBackup))
  }

  private func warning(_ last: Instant?) -> String? {
    guard backupHours > 0 else { return nil }
    let what = "look at dossierd-backup.timer, or run dossierctl backup"
    guard let last else { return "no backup was ever made in \(backups.path); \(what)" }
    guard clock.now.since(last) > .hours(Int64(backupHours)) else { return nil }
    return "the last backup was made \(last.rfc3339); \(what)"
  }
}
