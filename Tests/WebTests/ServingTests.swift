import Dossiers
import Foundation
import HummingbirdTesting
import Logging
import ServiceLifecycle
import TestSupport
import Testing

@testable import Web

@Suite struct ServingTests {
  @Test("the server stops when it is asked to")
  func stops() async throws {
    let trial = try await Trial()
    let group = ServiceGroup(
      services: [trial.server], logger: Logger(label: "web") { _ in SwiftLogNoOpLogHandler() })
    try await within("the end of the server") {
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
      }
    }
  }

  @Test("a port that is taken is named in the error")
  func takenPort() async throws {
    let trial = try await Trial()
    try await trial.server.application().test(.live) { client in
      let port = try #require(client.port)
      let second = WebServer(
        host: "localhost", port: port,
        source: WebSource(
          store: trial.store, registry: { SampleRules.registry }, calendar: { SampleRules.calendar },
          health: FixedHealth(value: .well), now: { trial.now }, lateBound: .hours(24), adoption: { Trial.adoption },
          report: Trial.report(trial.store), past: Trial.past(trial.store)),
        access: WebAccess(), desk: TrialDesk(store: trial.store),
        logger: Logger(label: "web") { _ in SwiftLogNoOpLogHandler() })
      let error = await #expect(throws: WebError.self) { try await second.run() }
      let words = try #require(error?.description)
      #expect(words.hasPrefix("cannot serve on localhost:\(port): "))
      #expect(words.contains("in use"))
    }
  }
}
