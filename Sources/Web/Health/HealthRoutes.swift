import Hummingbird

/// `/healthz`: whether the daemon is alive; `/readyz`: whether it does its work, and if not, why.
struct HealthRoutes: Sendable {
  let health: any HealthSource

  func add(to router: Router<BasicRequestContext>) {
    router.get("healthz") { _, _ in
      let health = await self.health.health()
      return answer(health.isAlive, health)
    }
    router.get("readyz") { _, _ in
      let health = await self.health.health()
      return answer(health.isAlive && health.isReady, health)
    }
  }

  private func answer(_ isWell: Bool, _ health: Health) -> Response {
    if isWell { return .text("ok\n") }
    let problems = health.problems.isEmpty ? ["no reason was given"] : health.problems
    let lines = problems.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n" }
    return .text(lines.joined(), status: .serviceUnavailable)
  }
}
