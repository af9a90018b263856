import Daemon
import Dossiers

/// One line of the status.
struct StatusLine {
  /// Whether somebody must do something.
  enum Mark: String {
    case fine = " "
    case look = "?"
    case hands = "!"

    var paint: Paint? {
      switch self {
      case .fine: nil
      case .look: .doubtful
      case .hands: .bad
      }
    }
  }

  let name: String
  let mark: Mark
  private let words: String

  init(_ name: String, _ words: String) { self.init(name, .fine, words) }

  init(_ name: String, _ mark: Mark, _ words: String) {
    self.name = name
    self.mark = mark
    self.words = words
  }

  /// The line as it is shown.
  var text: String {
    "\(mark.rawValue) \(name)\(String(repeating: " ", count: max(1, 10 - name.count)))\(words)"
  }
}

extension StatusFacts {
  /// The least that must be free on the disk.
  private static let leastFree = 1_000_000_000
  /// The longest that a notice may wait once it may leave, in seconds.
  private static let longestWait = 3_600

  /// The facts a line each, what is wrong with what to do about it.
  var lines: [StatusLine] {
    var lines = [daemonLine]
    if let daemon { lines += StatusFacts.lines(of: daemon) }
    lines.append(storeLine)
    if let store { lines += StatusFacts.lines(of: store, silentLimit: 10) + [outboxLine(store)] }
    let backup = lastBackup.map { "the last was made \($0)" } ?? "none was ever made"
    lines.append(
      StatusLine(
        "backup", isBackupLate ? .look : .fine,
        isBackupLate ? "\(backup): look at dossierd-backup.timer, or run dossierctl backup" : backup))
    lines.append(
      StatusLine(
        "calendar", calendarTrouble == nil ? .fine : isCalendarUrgent ? .hands : .look,
        calendarTrouble.map { "\($0): enter the next days off in the calendar's files, and reload" }
          ?? "days off are decreed to \(decreedUntil?.description ?? "no day")"))
    return lines
  }

  private var daemonLine: StatusLine {
    if let daemonTrouble { return StatusLine("daemon", .hands, daemonTrouble) }
    guard let daemon else {
      return StatusLine(
        "daemon", .hands, "none runs: systemctl start dossierd, and journalctl -u dossierd -e where it ends again")
    }
    let runs = "\(daemon.version) runs since \(daemon.since)"
    guard !daemon.problems.isEmpty else { return StatusLine("daemon", runs) }
    return StatusLine("daemon", .hands, "\(runs), and does not do its work: \(daemon.problems.joined(separator: "; "))")
  }

  private static func lines(of daemon: Daemon) -> [StatusLine] {
    let since = daemon.linkSince.map { " since \($0)" } ?? ""
    let link =
      daemon.linked
      ? StatusLine("broker", "linked\(since)")
      : StatusLine("broker", .hands, "no link\(since): dossierctl topology check says what is wrong")
    let queue = daemon.queue.map { StatusLine("queue", $0 > 10_000 ? .look : .fine, "\($0) messages wait") }
    let lag = daemon.lag.map { lag in
      let slowest = "slowest \(lag.slowest) (\(words(lag.slowestHalf)))"
      return StatusLine(
        "lag", "half of the scans within \(words(lag.half)), nine in ten within \(words(lag.most)), \(slowest)")
    }
    return [link, queue ?? StatusLine("queue", "unknown"), lag ?? StatusLine("lag", "no scan since the start")]
  }

  private var storeLine: StatusLine {
    if let storeTrouble { return StatusLine("store", .hands, storeTrouble) }
    let size = storeBytes.map { StatusFacts.bytes($0) } ?? "no file"
    let free = freeBytes.map { ", \(StatusFacts.bytes($0)) free" } ?? ""
    let events = store.map { ", \($0.events) events" } ?? ""
    let words = "\(storePath): \(size)\(events)\(free)"
    // A copy of it must find room beside it.
    let isFull = freeBytes.map { $0 < max(StatusFacts.leastFree, (storeBytes ?? 0) / 5 * 6) } ?? false
    return isFull ? StatusLine("store", .hands, "\(words): make room") : StatusLine("store", words)
  }

  private static func lines(of store: Kept, silentLimit: Int) -> [StatusLine] {
    let kinds = store.alerts.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    let silent = store.silentOffices.prefix(silentLimit).joined(separator: ", ")
    return [
      store.parked == 0
        ? StatusLine("parked", "nothing")
        : StatusLine("parked", .look, "\(store.parked) messages: dossierctl parked list"),
      StatusLine("alerts", kinds.isEmpty ? "none stand" : "\(kinds.joined(separator: ", ")): dossierctl alerts"),
      store.silentOffices.isEmpty
        ? StatusLine("offices", "none is silent")
        : StatusLine("offices", .look, "\(store.silentOffices.count) silent: \(silent)"),
      StatusLine("next", store.next.map { "something falls due at \($0)" } ?? "nothing falls due"),
    ]
  }

  private func outboxLine(_ store: Kept) -> StatusLine {
    guard store.outbox > 0 else { return StatusLine("outbox", "empty") }
    let waits = outboxSeconds ?? 0
    let words = "\(store.outbox) notices wait"
    guard waits > StatusFacts.longestWait else { return StatusLine("outbox", words) }
    return StatusLine(
      "outbox", .hands,
      "\(words), one for \(StatusFacts.words(Double(waits))): journalctl -u dossierd says what the mail server answers")
  }

  private static func words(_ seconds: Double?) -> String {
    guard let seconds else { return "more than 3 days" }
    let units: [(Double, String)] = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]
    let (size, unit) = units.first { seconds >= $0.0 } ?? (1, "s")
    return "\(Int(seconds / size)) \(unit)"
  }

  private static func bytes(_ count: Int) -> String {
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")]
    let (size, unit) = units.first { count >= $0.0 } ?? (1, "bytes")
    return "\(count / size) \(unit)"
  }
}
