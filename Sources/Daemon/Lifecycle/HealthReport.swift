import Dossiers
import Settings
import Store
import Web

/// How the daemon is, for its web pages.
struct HealthReport: HealthSource {
  let hearing: Hearing
  let pulse: Pulse
  let calendar: Shared<WorkingCalendar>
  let horizonDays: Int
  let backup: BackupSettings
  let clock: any WallClock
  let version: String
  let startedAt: Instant

  func health() async -> Health {
    let link = hearing.link
    var problems: [String] = []
    if let trouble = pulse.currentTrouble { problems.append(trouble) }
    if let trouble = pulse.currentMailTrouble { problems.append("mail does not leave: \(trouble)") }
    if !link.isUp { problems.append("no link to the broker since \(link.since.rfc3339)") }
    let lastBackup = BackupFolder(path: backup.folder).last
    return Health(
      isAlive: true, isReady: problems.isEmpty, problems: problems, linkUp: link.isUp, linkSince: link.since,
      backlog: link.backlog, version: version, startedAt: startedAt,
      horizon: calendar.value.horizonWarning(now: clock.now, days: horizonDays), lastBackup: lastBackup,
      backupWarning: warning(lastBackup))
  }

  private func warning(_ last: Instant?) -> String? {
    guard backup.isOverdue(last, at: clock.now) else { return nil }
    let what = "look at dossierd-backup.timer, or run dossierctl backup"
    guard let last else { return "no backup was ever made in \(backup.folder); \(what)" }
    return "the last backup was made \(last.rfc3339); \(what)"
  }
}
