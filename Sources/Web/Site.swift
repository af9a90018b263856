import Dossiers
import Hummingbird
import Store

/// What is served where.
struct Site: Sendable {
  let source: WebSource
  let access: WebAccess
  let desk: any WebDesk
  let sessions: Sessions
  let looks: LookBook
  let limits = Limits()
  let counts: Counts
  let figureBook: FigureBook
  let reportBook: ReportBook
  let pastBook: PastBook
  private let seal = Seal()
  private let gate = PasswordGate()

  init(source: WebSource, access: WebAccess, desk: any WebDesk) {
    self.source = source
    self.access = access
    self.desk = desk
    sessions = Sessions(idle: access.idle, longest: access.longest)
    looks = LookBook(store: source.store)
    counts = Counts(store: source.store)
    figureBook = FigureBook(source: { try await source.figureSource(from: $0) }, now: source.now)
    reportBook = ReportBook(maker: source.report, now: source.now)
    pastBook = PastBook(maker: source.past, now: source.now)
  }

  var store: any DossierStore { source.store }

  func registry() -> Registry { source.registry() }

  func now() -> Instant { source.now() }

  /// Ends what is made in the background.
  func stop() async {
    // Those that fold the log share a thread: either may wait for the other to be cancelled.
    async let figures: Void = figureBook.stop()
    async let reports: Void = reportBook.stop()
    async let past: Void = pastBook.stop()
    _ = await (figures, reports, past)
  }

  /// The routes, behind the guards that every request passes.
  func router() throws(WebError) -> Router<WebContext> {
    let pages = try Pages()
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: SafeHeaders())
    router.add(middleware: ErrorAnswers(pages: pages))
    router.add(middleware: Turnstile(access: access, limit: limits.requestsOfAddress, now: source.now))
    router.add(middleware: Bounds())

    HealthRoutes(health: source.health).add(to: router)
    MetricsRoute(counts: counts, source: source).add(to: router)
    StyleRoute().add(to: router)
    ScriptRoute().add(to: router)

    let guarded = router.group()
      .add(middleware: Gatekeeper(access: access, sessions: sessions, seal: seal, now: source.now))
      .add(middleware: ErrorAnswers(pages: pages))
      .add(middleware: Posting(access: access))
    LoginPage(site: self, pages: pages, gate: gate).add(to: guarded)
    LookupPage(site: self, pages: pages).add(to: guarded)
    AcknowledgePage(site: self, pages: pages).add(to: guarded)
    OverviewPage(site: self, pages: pages).add(to: guarded)
    AlertsPage(site: self, pages: pages).add(to: guarded)
    DossierPage(site: self, pages: pages).add(to: guarded)
    ItemPage(site: self, pages: pages).add(to: guarded)
    AgenciesPage(site: self, pages: pages).add(to: guarded)
    ProceduresPage(site: self, pages: pages).add(to: guarded)
    OfficesPage(site: self, pages: pages).add(to: guarded)
    AdoptionPage(site: self, pages: pages).add(to: guarded)
    FiguresPage(site: self, pages: pages).add(to: guarded)
    ReportPage(site: self, pages: pages).add(to: guarded)
    ParkedPages(site: self, pages: pages).add(to: guarded)
    API(site: self).add(to: guarded)
    return router
  }
}
