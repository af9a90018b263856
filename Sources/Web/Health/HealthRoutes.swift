import Dossiers
import Hummingbird

/// `/healthz`: whether the daemon is alive; `/readyz`: whether it does its work, and if not, why; and what will be wrong
/// soon.
struct HealthRoutes: Sendable {
  let health: any HealthSource

  func add(to router: Router<WebContext>) {
    router.get("healthz") { _, _ in
      let health = await self.health.health()
      return answer(health.isAlive, health)
    }
    router.get("readyz") { _, _ in
      let health = await self.health.health()
      let warnings = [health.horizon?.english, health.backupWarning].compactMap(\.self)
      let warning = warnings.map { "warning: \($0)\n" }.joined()
      return answer(health.isAlive && health.isReady, health, warning: warning)
    }
  }

  private func answer(_ isWell: Bool, _ health: Health, warning: String = "") -> Response {
    if isWell { return .text("ok\n" + warning) }
    let problems = health.problems.isEmpty ? ["no reason was given"] : health.problems
    let lines = problems.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n" }
    return .text(lines.joined() + warning, status: .serviceUnavailable)
  }
}
