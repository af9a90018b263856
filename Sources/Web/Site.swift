import Dossiers
import Hummingbird
import Store

/// What is served where.
struct Site: Sendable {
  let store: any DossierStore
  let registry: @Sendable () -> Registry
  let health: any HealthSource
  let now: @Sendable () -> Instant
  /// How long after its time an event may be recorded without a mark.
  let lateBound: Span

  /// The routes, behind the guards that every request passes.
  func router() throws(WebError) -> Router<BasicRequestContext> {
    let pages = try Pages()
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: SafeHeaders())
    router.add(middleware: ErrorAnswers(pages: pages))
    router.add(middleware: ReadOnly())

    HealthRoutes(health: health).add(to: router)
    MetricsRoute(store: store, health: health).add(to: router)
    StyleRoute().add(to: router)
    OverviewPage(site: self, pages: pages).add(to: router)
    AlertsPage(site: self, pages: pages).add(to: router)
    DossierPage(site: self, pages: pages).add(to: router)
    DossierAPI(site: self).add(to: router)
    return router
  }
}
