import Broker
import Logging
import TestSupport
import Testing

@Suite("publish and topology, with a real broker")
struct BrokerCommandTests {
  @Test("topology check names what is missing, apply makes it, and then nothing is missing")
  func topology() async throws {
    let bench = try await Bench()
    let before = try await bench.run("topology", "check")
    #expect(before.status == 78)
    #expect(before.complaints.count == 4)
    #expect(before.errors.contains("`dossierctl topology apply` makes it"))
    #expect(try await bench.run("topology", "apply").status == 0)
    #expect(try await bench.run("topology", "apply").status == 0)
    let after = try await bench.run("topology", "check", "--json")
    #expect(after.status == 0)
    #expect(after.lines.count == 4)
    #expect(after.lines.allSatisfy { $0.contains(#""present":true"#) })
  }

  @Test("a broker that is not there ends it with 69")
  func absent() async throws {
    let outcome = try await Tool.run(
      "topology", "check", environment: ["DOSSIERD_BROKER_URI": "amqp://guest:guest@127.0.0.1:1/"])
    #expect(outcome.status == 69)
    #expect(outcome.errors.contains("127.0.0.1:1"))
  }

  @Test("events go out with their properties and routing keys; what is none is named and stays here")
  func roundTrip() async throws {
    let bench = try await Bench()
    #expect(try await bench.run("topology", "apply").status == 0)
    let path = try Sheet.path("publish.ndjson")
    let outcome = try await bench.run("publish", path)
    #expect(outcome.status == 65)
    #expect(outcome.output == "published 2, confirmed 2, returned 0, refused 2\n")
    #expect(outcome.complaints.map { $0.hasPrefix("\(path):2: contract: ") } == [true, false])
    #expect(outcome.errors.contains("\(path):4: not-allowed: "))

    let unchecked = try await bench.run("publish", "-", "--unchecked", "--json", input: "no event at all\n")
    #expect(unchecked.output == #"{"confirmed":1,"published":1,"refused":0,"returned":0}"# + "\n")
    let deliveries = try await bench.take(3)
    #expect(
      deliveries.map(\.routingKey) == ["postoffice.381100", "agency.H18.101", "postoffice.unknown"])
    #expect(deliveries.map(\.messageID) == ["e1", "e3", nil])
    #expect(deliveries.allSatisfy { $0.contentType == "application/cloudevents+json" })
    #expect(deliveries.last?.body == Array("no event at all".utf8))
  }

  @Test("a CSV of scans is published as events of the contract")
  func csv() async throws {
    let bench = try await Bench()
    #expect(try await bench.run("topology", "apply").status == 0)
    let outcome = try await bench.run("publish", try Sheet.path("scans.csv"))
    #expect(outcome.output == "published 2, confirmed 2, returned 0, refused 1\n")
    #expect(outcome.status == 65)
  }

  @Test("events that no queue takes come back, and end it with 69")
  func returned() async throws {
    let bench = try await Bench()
    #expect(try await bench.run("topology", "apply").status == 0)
    let outcome = try await bench.run(
      "publish", "-", "--exchange", "amq.direct", input: try Sheet.text("publish.ndjson").line(1))
    #expect(outcome.output == "published 1, confirmed 0, returned 1, refused 0\n")
    #expect(outcome.status == 69)
  }

  @Test("made-up traffic goes to the broker too")
  func simulated() async throws {
    let bench = try await Bench()
    #expect(try await bench.run("topology", "apply").status == 0)
    let plan = ["simulate", "--seed", "7", "--days", "1", "--start", "2026-03-02", "--dossiers-per-day", "50"]
    let count = try await Tool.run(plan).lines.count
    let outcome = try await Tool.run(plan + ["--publish"], environment: bench.environment)
    #expect(outcome.output == "published \(count), confirmed \(count), returned 0, refused 0\n")
    #expect(outcome.status == 0)
  }
}

extension Bench {
  /// The first deliveries of the queue of events.
  fileprivate func take(_ count: Int) async throws -> [Delivery] {
    let options = BrokerOptions(address: try BrokerAddress(parsing: uri), connectionName: "test")
    let consumer = try Consumer(
      options, ConsumerOptions(queues: [queue]), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    return try await within("\(count) deliveries") {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await consumer.run() }
        defer { consumer.stop() }
        var deliveries: [Delivery] = []
        while deliveries.count < count, let happening = await consumer.happenings.next() {
          guard case .batch(let batch) = happening else { continue }
          deliveries += batch.deliveries
          consumer.settled(batch)
        }
        consumer.stop()
        try await group.waitForAll()
        return deliveries
      }
    }
  }
}

extension String {
  /// A line, from 1.
  fileprivate func line(_ number: Int) -> String {
    split(separator: "\n").dropFirst(number - 1).first.map(String.init) ?? ""
  }
}
