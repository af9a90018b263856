import Dossiers
import Hummingbird
import Store

/// `/`: how many dossiers stand where, which alerts stand, and whether events come in.
struct OverviewPage: Sendable {
  let site: Site
  let pages: Pages

  private static let limit = 50

  func add(to router: Router<BasicRequestContext>) {
    router.get("/") { request, _ in
      let language = Language(request)
      let counts = try await site.store.counts()
      let lines = try await site.store.alerts(firingOnly: true, limit: Self.limit)
      let model = OverviewModel(
        counts: counts, lines: lines, health: await site.health.health(), registry: site.registry(), now: site.now(),
        language)
      return try pages.render(.overview, model, title: Phrase("Tổng quan", "Overview")[language], language)
    }
  }
}

/// What the overview shows.
struct OverviewModel {
  /// A number with its name.
  struct Tile {
    let name: String
    let number: Int
    let tileTone: String
  }

  let nowMachine: String
  let nowHuman: String
  let link: String
  let linkTone: String
  let problems: [String]
  /// What is to be said of the calendar's end, if anything.
  let horizon: [String]
  let work: [Tile]
  let stages: [Tile]
  let caption: String
  let alerts: [AlertRow]
  let hasAlerts: Bool

  init(
    counts: StoreCounts, lines: [AlertLine], health: Health, registry: Registry, now: Instant, _ language: Language
  ) {
    let moment = Moment(now, language)
    nowMachine = moment.machine
    nowHuman = moment.human
    link = OverviewModel.link(health)[language]
    linkTone = health.linkUp ? "good" : "bad"
    problems = health.problems
    horizon = health.horizon.map { [Phrase($0.vietnamese, $0.english)[language]] } ?? []
    work = [
      Tile(
        name: Phrase("Sự kiện chờ trong hàng đợi", "Events waiting in the queue")[language],
        number: health.backlog ?? 0, tileTone: health.backlog == nil ? "unknown" : "calm"),
      Tile(
        name: Phrase("Sự kiện đang treo", "Parked events")[language], number: counts.parkedNow,
        tileTone: counts.parkedNow > 0 ? "near" : "calm"),
      Tile(
        name: Phrase("Thông báo chờ gửi", "Notices to be sent")[language], number: counts.outbox, tileTone: "calm"),
    ].filter { $0.tileTone != "unknown" }
    stages = DossierStage.allCases.map { stage in
      Tile(name: stage.words[language], number: counts.dossiers[stage.rawValue] ?? 0, tileTone: "calm")
    }
    alerts = lines.map { AlertRow($0, registry, today: LocalDate(now), language) }
    hasAlerts = !alerts.isEmpty
    let all = counts.alerts.filter { $0.key.hasSuffix(" firing") }.values.reduce(0, +)
    caption =
      (all > alerts.count
      ? Phrase(
        "\(alerts.count) trong \(all) cảnh báo, lâu nhất trước", "\(alerts.count) of \(all) alerts, oldest first")
      : Phrase("\(alerts.count) cảnh báo, lâu nhất trước", "\(alerts.count) alerts, oldest first"))[language]
  }

  private static func link(_ health: Health) -> Phrase {
    let link =
      health.linkUp
      ? Phrase("Đang nhận sự kiện", "Events come in")
      : Phrase("Không có kết nối với hàng đợi", "No link to the queue")
    guard let since = health.linkSince else { return link }
    return Phrase("\(link.vi) từ \(Moment(since, .vi).human)", "\(link.en) since \(Moment(since, .en).human)")
  }
}
