import Dossiers
import Hummingbird
import Logging
import Store

/// `/`: what needs someone today, and whether events come in.
struct OverviewPage: Sendable {
  let site: Site
  let pages: Pages

  private static let limit = 20

  func add(to router: RouterGroup<WebContext>) {
    router.get("/") { request, context in
      let viewer = try context.visit.viewer(in: .overview)
      let language = Language(request)
      let model = try await OverviewModel(
        site.overview(for: viewer, context.logger), site, viewer, context.visit, language)
      return try pages.render(.overview, model, title: Phrase("Tổng quan", "Overview"), request, context)
    }
    router.get("search") { request, context in
      guard let viewer = context.visit.viewer else { throw RequestError.loginNeeded }
      let text = (request.uri.queryParameters.get("q") ?? "").filter { !$0.isWhitespace }
      let query = Language(request).query
      if viewer.role.areas.contains(.dossiers), let code = DossierCode(text.uppercased()) {
        return Response.redirect(to: "/dossiers/\(code)\(query)")
      }
      guard let item = ItemID(text, domestic: site.source.itemForms) else { throw RequestError.badSearch(text) }
      return Response.redirect(to: Address.of("/items/\(item)", []) + query)
    }
  }

  /// How many alerts stand on the overview.
  static let rows = limit
}

extension Site {
  /// What the overview is made of, as far as `viewer` may see it.
  func overview(for viewer: Viewer, _ logger: Logger) async throws -> Overview {
    var selection = AlertSelection(limit: OverviewPage.rows + 1)
    selection.matter = viewer.role == .post ? .ofThePost : .all
    selection.origins = viewer.agencies(in: registry())
    selection.kinds = Set(AlertsPage.kinds).subtracting(["warning"])
    let matters = try await store.alerts(selection)
    selection.kinds = ["warning"]
    let warnings = try await store.alerts(selection)
    let seesAll = viewer.role == .inspector || viewer.role == .administrator
    return Overview(
      matters: matters, warnings: warnings,
      counts: seesAll ? try await counts.value() : nil,
      adoption: viewer.role.areas.contains(.adoption) ? adoption(on: LocalDate(now()), for: viewer) : nil,
      month: thisMonth,
      figures: await figures(
        FigureBook.Question(period: thisMonth, agency: viewer.role == .lead ? viewer.agency : nil), for: viewer, logger),
      health: await source.health.health(), now: now())
  }
}

/// What the overview is made of.
struct Overview: Sendable {
  /// What is missed or lost, or otherwise wrong.
  let matters: [AlertLine]
  /// What is near.
  let warnings: [AlertLine]
  /// What all have together; nil for those who see a part.
  let counts: StoreCounts?
  /// The register of today; nil for those who may not see it, or where none is kept.
  let adoption: Adoption?
  /// The month that runs.
  let month: Period
  /// The figures of the month; nil while none are made yet.
  let figures: FigureBook.Kept?
  let health: Health
  let now: Instant
}

extension Overview {
  /// How timely each party was in the month.
  var timeliness: [Indicator] {
    (figures?.indicators ?? []).filter { indicator in
      guard indicator.kind == .within, case .party = indicator.subject else { return false }
      return true
    }
  }
}

/// What the overview shows.
struct OverviewModel {
  /// A number with its name.
  struct Tile {
    let name: String
    let number: String
    let tileTone: String
    let href: [String]
  }

  /// Alerts of one kind.
  struct Part {
    let caption: String
    let alerts: [AlertRow]
  }

  let nowMachine: String
  let nowHuman: String
  let link: String
  let linkTone: String
  let problems: [String]
  /// What is to be said of the calendar's end, if anything.
  let horizon: [String]
  let work: [Tile]
  /// Adoption against the targets.
  let aims: [Tile]
  let hasAims: Bool
  let timeliness: [Tile]
  /// As of when the timeliness holds; none while it is being computed.
  let timelinessKnown: [Moment]
  let month: String
  let stages: [Tile]
  let caption: String
  let alerts: [AlertRow]
  let hasAlerts: Bool
  let hasStages: Bool
  let hasMore: Bool

  init(_ overview: Overview, _ site: Site, _ viewer: Viewer, _ visit: Visit, _ language: Language) {
    let (health, now) = (overview.health, overview.now)
    let moment = Moment(now, language)
    nowMachine = moment.machine
    nowHuman = moment.human
    link = OverviewModel.link(health)[language]
    linkTone = health.linkUp ? "good" : "bad"
    problems = health.problems
    horizon = health.horizon.map { [Phrase($0.vietnamese, $0.english)[language]] } ?? []
    work = OverviewModel.work(overview, language)
    aims = OverviewModel.aims(overview, language)
    hasAims = !aims.isEmpty
    timeliness = OverviewModel.timeliness(overview, language)
    timelinessKnown = [overview.figures?.known].compactMap(\.self).map { Moment($0, language) }
    month = FiguresModel.label(CalendarMonth(overview.month.first).description)[language]
    stages = DossierStage.allCases.compactMap { stage in
      overview.counts.map { counts in
        Tile(
          name: stage.words[language], number: Number.words(counts.dossiers[stage.rawValue] ?? 0, language),
          tileTone: "calm", href: [])
      }
    }
    hasStages = !stages.isEmpty
    let registry = site.registry()
    let role = visit.proof == .open ? Viewer.Role.inspector : viewer.role
    let lines = overview.matters.prefix(OverviewPage.rows) + overview.warnings.prefix(OverviewPage.rows)
    alerts = lines.map { AlertRow($0, registry, now: now, language, role) }
    hasAlerts = !alerts.isEmpty
    hasMore = overview.matters.count > OverviewPage.rows || overview.warnings.count > OverviewPage.rows
    caption =
      Phrase(
        "\(alerts.count) cảnh báo, lâu nhất trước, sắp quá hạn ở cuối",
        "\(alerts.count) alerts, the oldest first, warnings at the end")[language]
  }

  private static func work(_ overview: Overview, _ language: Language) -> [Tile] {
    guard let counts = overview.counts else { return [] }
    func tile(_ name: Phrase, _ number: Int?, _ tone: String, _ href: String? = nil) -> Tile? {
      number.map {
        Tile(
          name: name[language], number: Number.words($0, language), tileTone: $0 > 0 ? tone : "calm",
          href: href.map { [$0 + (language == .vi ? "" : $0.contains("?") ? "&lang=en" : "?lang=en")] } ?? [])
      }
    }
    let firing = { (kind: String) in counts.alerts["\(kind) firing"] ?? 0 }
    return [
      tile(Phrase("Quá hạn", "Missed"), firing("breach"), "bad", "/alerts?kind=breach"),
      tile(Phrase("Sắp quá hạn", "Near"), firing("warning"), "near", "/alerts?kind=warning"),
      tile(
        Phrase("Thất lạc, hư hỏng", "Lost or damaged"), firing("lost") + firing("damaged"), "bad", "/alerts?kind=lost"),
      tile(Phrase("Bưu cục im lặng", "Silent offices"), firing("silent-office"), "near", "/offices"),
      tile(Phrase("Sự kiện đang treo", "Parked events"), counts.parkedNow, "near", "/parked"),
      tile(Phrase("Sự kiện chờ trong hàng đợi", "Events waiting in the queue"), overview.health.backlog, "calm"),
      tile(Phrase("Thông báo chờ gửi", "Notices to be sent"), counts.outbox, "calm"),
    ].compactMap(\.self)
  }

  private static func aims(_ overview: Overview, _ language: Language) -> [Tile] {
    (overview.adoption?.byLevel() ?? []).map { level, count in
      let aim = count.target.map { language == .vi ? ", chỉ tiêu \($0.vietnamese)" : ", target \($0.english)" } ?? ""
      return Tile(
        name: level.words[language].withFirstCapital + aim, number: count.mark(language),
        tileTone: count.verdict.tone, href: ["/adoption" + language.query])
    }
  }

  private static func timeliness(_ overview: Overview, _ language: Language) -> [Tile] {
    overview.timeliness.map { indicator in
      Tile(
        name: indicator.subject.words[language] + ", " + indicator.baseWords(language),
        number: indicator.valueWords(language), tileTone: "calm", href: ["/figures" + language.query])
    }
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

/// Numbers as readers of a language write them.
enum Number {
  /// In groups of three: `4.400` in Vietnamese, `4,400` in English.
  static func words(_ number: Int, _ language: Language) -> String {
    let digits = String(number.magnitude)
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (number < 0 ? "-" : "") + groups.joined(separator: language == .vi ? "." : ",")
  }

  /// To two places, as far as there are any: `1.234,5` in Vietnamese, `1,234.5` in English.
  static func decimal(_ number: Double, _ language: Language) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths.magnitude % 100
    guard rest > 0 else { return words(hundredths / 100, language) }
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    let sign = hundredths < 0 && hundredths > -100 ? "-" : ""
    return sign + words(hundredths / 100, language) + (language == .vi ? "," : ".") + digits
  }
}
