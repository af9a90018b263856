import Dossiers
import Hummingbird
import Logging

/// `/metrics`: the counters that would show a broken promise, for Prometheus.
struct MetricsRoute: Sendable {
  let counts: Counts
  let source: WebSource

  func add(to router: Router<WebContext>) {
    router.get("metrics") { _, context in
      var exposition = Exposition()
      exposition.add(await source.health.health())
      exposition.add(source.readings())
      exposition.add(decreedUntil: source.calendar().definition.decreedUntil)
      do {
        exposition.add(try await counts.value())
        exposition.addStoreUp(true)
      } catch {
        // What is known without the store is still worth telling.
        context.logger.error("the counts cannot be read", metadata: ["why": "\(error)"])
        exposition.addStoreUp(false)
      }
      return Response.text(exposition.text, type: Exposition.mediaType)
    }
  }
}
