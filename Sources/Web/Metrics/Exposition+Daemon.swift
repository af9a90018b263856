import Dossiers
import Store

extension Exposition {
  /// Writes how the daemon is.
  mutating func add(_ health: Health) {
    add(
      "dossierd_build_info", .gauge, "The program that runs; always 1.", [(["version": health.version], 1)])
    add(
      "dossierd_start_time_seconds", .gauge, "When the program was started, in seconds since the Unix epoch.",
      Int(health.startedAt.seconds))
    add("dossierd_broker_up", .gauge, "Whether there is a link to the broker.", health.linkUp ? 1 : 0)
    add(
      "dossierd_calendar_ends_soon", .gauge, "Whether the decreed days off end within three months, or have ended.",
      health.horizon == nil ? 0 : 1)
    add(
      "dossierd_last_backup_timestamp_seconds", .gauge,
      "When the last backup was made, in seconds since the Unix epoch; 0 where there is none.",
      Int(health.lastBackup?.seconds ?? 0))
    if let backlog = health.backlog {
      add("dossierd_queue_backlog", .gauge, "Deliveries that the queue held when last asked.", backlog)
    }
  }

  /// Writes whether the store answers.
  mutating func addStoreUp(_ isUp: Bool) {
    add("dossierd_store_up", .gauge, "Whether the store could be read for this scrape.", isUp ? 1 : 0)
  }

  /// Writes what the store has counted; what is known to be possible is there from the start, as 0.
  mutating func add(_ counts: StoreCounts) {
    add(
      "dossierd_events_received_total", .counter, "Messages that came in: committed, duplicate and parked together.",
      counts.received)
    add("dossierd_events_committed_total", .counter, "Events that went into the log as they came in.", counts.committed)
    add(
      "dossierd_events_duplicate_total", .counter, "Messages whose event was in the log already as they came in.",
      counts.duplicates)
    add(
      "dossierd_events_replayed_total", .counter, "Parked messages that left by being tried again, by outcome.",
      completed(counts.replayed, ["committed", "duplicate"]).map { (["outcome": $0], $1) })
    add(
      "dossierd_events_parked_total", .counter, "Messages parked as they came in, by reason.",
      completed(counts.parked, Refusal.Reason.allCases.map(\.rawValue)).map { (["reason": $0], $1) })
    add("dossierd_parked", .gauge, "Messages parked now.", counts.parkedNow)
    add(
      "dossierd_dossiers", .gauge, "Dossiers by stage.",
      completed(counts.dossiers, DossierStage.allCases.map(\.rawValue)).map { (["stage": $0], $1) })
    add(
      "dossierd_alerts", .gauge, "Alerts by kind and state.",
      completed(counts.alerts, alertNames).map { name, count in
        let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
        return (["kind": parts.first ?? "", "state": parts.dropFirst().first ?? ""], count)
      })
    add(
      "dossierd_mails_total", .counter, "Mails by outcome.",
      completed(counts.mails, ["accepted", "refused"]).map { (["outcome": $0], $1) })
    add("dossierd_outbox", .gauge, "Notices that wait to be told.", counts.outbox)
  }

  private var alertNames: [String] {
    (Alert.Kind.allCases.map(\.rawValue) + ["deaf"]).flatMap { kind in
      Alert.State.allCases.map { "\(kind) \($0.rawValue)" }
    }
  }

  private func completed(_ counts: [String: Int], _ names: [String]) -> [(String, Int)] {
    counts.merging(names.map { ($0, 0) }) { counted, _ in counted }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}
