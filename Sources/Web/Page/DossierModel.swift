import Dossiers
import Store

/// What a dossier's page shows.
struct DossierModel {
  /// Something with its name.
  struct Fact {
    let name: String
    let value: String
    let valueCode: String
    /// The language of the value, where it is not the page's.
    var valueLang: [String] = []
  }

  /// A shipment.
  struct Item {
    let item: String
    let papers: String
    let stage: String
  }

  /// An alert.
  struct AlertFact {
    let kind: String
    let tone: String
    let matter: String
    let alertItem: String
    let state: String
    let since: Moment
  }

  /// Something that does not fit.
  struct AnomalyRow {
    let what: String
    let anomalyItem: String
    let time: Moment
    let source: String
    let event: String
  }

  let facts: [Fact]
  let items: [Item]
  let deadlines: [DeadlineRow]
  let alerts: [AlertFact]
  let anomalies: [AnomalyRow]
  let events: [EventRow]
  let told: [ToldRow]
  let hasItems: Bool
  let hasDeadlines: Bool
  let hasAlerts: Bool
  let hasAnomalies: Bool
  let hasEvents: Bool
  let hasTold: Bool

  init(
    _ found: Found<ExplainedReport>, events: [EventRow], told: [ToldRow], registry: Registry, _ language: Language
  ) {
    let explained = found.value
    let report = explained.report
    facts = DossierModel.facts(report, registry, isArchived: found.isArchived, language)
    items = report.items.map { item in
      Item(item: item.item.text, papers: item.carries.words[language], stage: item.stage.words[language])
    }
    deadlines = explained.deadlines.map { DeadlineRow($0, at: report.now, language) }
    alerts = report.alerts.map { alert in
      AlertFact(
        kind: AlertWords.kind(alert.kind.rawValue)[language],
        tone: AlertWords.tone(kind: alert.kind.rawValue, state: alert.state.rawValue),
        matter: (alert.clock?.words ?? AlertWords.matter(alert.kind.rawValue))[language],
        alertItem: alert.item?.text ?? "", state: AlertWords.state(alert.state.rawValue)[language],
        since: Moment(alert.since, language))
    }
    anomalies = report.anomalies.map { anomaly in
      AnomalyRow(
        what: anomaly.kind.words[language], anomalyItem: anomaly.item?.text ?? "",
        time: Moment(anomaly.event.time, language), source: anomaly.event.identity.source.text,
        event: anomaly.event.identity.id)
    }
    self.events = events
    self.told = told
    hasTold = !told.isEmpty
    hasEvents = !events.isEmpty
    hasItems = !items.isEmpty
    hasDeadlines = !deadlines.isEmpty
    hasAlerts = !alerts.isEmpty
    hasAnomalies = !anomalies.isEmpty
  }

  private static func facts(
    _ report: CaseReport, _ registry: Registry, isArchived: Bool, _ language: Language
  ) -> [Fact] {
    let unknown = Phrase("chưa biết", "not known yet")[language]
    let name = { (agency: AgencyCode) in registry.agencies[agency]?.name ?? "" }
    let origin = report.origin.flatMap { $0 == report.agency ? nil : $0 }
    // Names are Vietnamese on both pages; that none is known is told in the page's language.
    let vietnamese = { (isKnown: Bool) in isKnown && language != .vi ? ["vi"] : [] }
    let facts: [Fact?] = [
      Fact(
        name: Phrase("Giai đoạn", "Stage")[language], value: report.stage?.words[language] ?? unknown, valueCode: ""),
      Fact(
        name: Phrase("Cơ quan", "Agency")[language], value: report.agency.map(name) ?? unknown,
        valueCode: report.agency?.text ?? "", valueLang: vietnamese(report.agency != nil)),
      origin.map {
        Fact(
          name: Phrase("Nhận từ", "Taken over from")[language], value: name($0), valueCode: $0.text,
          valueLang: vietnamese(true))
      },
      Fact(
        name: Phrase("Thủ tục", "Procedure")[language],
        value: report.procedure.map { registry.procedures[$0]?.name ?? "" } ?? unknown,
        valueCode: report.procedure?.text ?? "", valueLang: vietnamese(report.procedure != nil)),
      isArchived
        ? Fact(
          name: Phrase("Lưu trữ", "Archive")[language],
          value: Phrase("đã chuyển vào kho lưu trữ", "moved to the archive")[language], valueCode: "") : nil,
    ]
    return facts.compactMap(\.self)
  }
}
