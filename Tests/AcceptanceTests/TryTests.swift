import Foundation
import TestSupport
import Testing

/// What other rules would change is seen before they hold.
struct TryTests {
  @Test("another policy is tried beside the running daemon: what it would move is shown, and nothing moves")
  func otherPolicy() async throws {
    let trial = try await DaemonTrial()
    let daemon = try await trial.start()
    let accepted = Scans.morning(daysAgo: 20)
    try await trial.publishByForeignClient(Scans.accepted(id: "a", at: accepted), key: "postoffice.381100")
    try await trial.waitForAlerts(2)

    let shipped = Built.root.appending(path: "config/policy/1788.yaml")
    let other = trial.folder.appending(path: "other.yaml")
    let text = try String(contentsOf: shipped, encoding: .utf8)
    try text.replacing(/plain: [0-9]+ working-days?/, with: "plain: 60 working-days")
      .write(to: other, atomically: true, encoding: .utf8)

    let lines = try await trial.control("try", "--policy", other.path, "--json").split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let change = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect((change["before"] as? [String: Any])?["state"] as? String == "breached")
      #expect((change["after"] as? [String: Any])?["state"] as? String == "open")
      #expect(change["dossiers"] as? [String] == [Scans.dossier])
    }
    #expect(try await trial.control("try", "--policy", shipped.path).contains("0 deadlines would change"))
    #expect(try await trial.control("alerts", "--json").split(separator: "\n").count == 2)
    _ = try await daemon.stop()
  }
}
