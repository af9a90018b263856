import ArgumentParser
import Dossiers
import Settings
import Store
import Web

/// `dossier CODE`: where one dossier stands.
struct DossierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Says where a dossier stands: its shipments, deadlines, alerts, anomalies and events.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The dossier's code, such as X99.101-260302-0001.", transform: Reading.code)
  var code: DossierCode

  @Flag(help: "Say of each deadline piece by piece which time counted, which did not, and why.")
  var explain = false

  @Flag(help: "Say of each alert how it changed and by what, who was told what and why, and what waits to be told.")
  var notices = false

  func run() async throws {
    let (settings, store) = try common.storeForReading()
    let explained = explain ? try await store.explanations(of: code, at: .current) : nil
    guard let report = try await explain ? explained?.report : store.report(on: code, at: .current) else {
      throw CommandError.unknown("Nothing is known of dossier \(code)")
    }
    let events = StandingEventList(
      try await store.events(of: code), lateBeyondHours: settings.alerts.recordedLateHours)
    let histories = notices ? try await store.histories(of: code) : nil
    var output = Output()
    if common.json {
      try output.json(
        DossierAnswer(
          report: report, explained: explained, events: events,
          notices: histories?.map { ToldHistory.Life($0, withAddresses: true) }))
    } else {
      try output.sentence(
        "\(code): \(report.stage?.rawValue ?? "not opened"), "
          + "agency \(report.agency == nil ? "unknown" : Table.agency(report.agency, origin: report.origin)), "
          + "procedure \(report.procedure?.text ?? "unknown")")
      for table in Table.parts(of: report) + [events.table] {
        try output.sentence("")
        try output.table(table)
      }
      for deadline in explained?.deadlines ?? [] { try output.explain(deadline) }
      for history in histories ?? [] { try output.tell(history) }
    }
    try output.flush()
  }
}

extension Table {
  /// The parts of a report that have anything in them, a table each.
  fileprivate static func parts(of report: CaseReport) -> [Table] {
    var items = Table("item", "carries", "stage")
    for item in report.items { items.add(item.item.text, item.carries.name, item.stage.name) }
    var deadlines = Table("clock", "item", "round", "started", "last day", "due", "state", "met")
    for deadline in report.deadlines {
      deadlines.add(
        deadline.clock.rawValue, deadline.item?.text ?? "", "\(deadline.round)", deadline.started.rfc3339,
        deadline.dueDate.lastDay?.description ?? "", (deadline.dueDate.due?.rfc3339 ?? "") + deadline.provisionalMark,
        deadline.state(at: report.now).rawValue, deadline.met?.rfc3339 ?? "")
    }
    var alerts = Table("alert", "clock", "item", "since", "state")
    for alert in report.alerts {
      alerts.add(
        alert.kind.rawValue, alert.clock?.rawValue ?? "", alert.item?.text ?? "", alert.since.rfc3339,
        alert.state.rawValue)
    }
    var anomalies = Table("anomaly", "item", "time", "source", "id")
    for anomaly in report.anomalies {
      anomalies.add(
        anomaly.kind.rawValue, anomaly.item?.text ?? "", anomaly.event.time.rfc3339,
        anomaly.event.identity.source.text, anomaly.event.identity.id)
    }
    return [items, deadlines, alerts, anomalies].filter { $0.lines.count > 1 }
  }
}
