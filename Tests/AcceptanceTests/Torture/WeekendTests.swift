import Dossiers
import Foundation
import Settings
import TestSupport
import Testing

extension Torture {
  /// The daemon is away for longer than a deadline.
  struct WeekendTests {
    /// How many envelopes become overdue meanwhile, and how many scans wait that say more: of nine in ten envelopes that
    /// they came in time.
    private let envelopes = Times(400, 20_000).here
    private var arrivals: Int { envelopes * 9 / 10 }
    private var departures: Int { envelopes * 7 / 10 }

    @Test(
      "after a long weekend nobody is told before the backlog is read, a breach bears its due instant, and intake goes on"
    )
    func weekend() async throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: "orders-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let orders = try FaultOrders(in: folder)
      let (away, accepted) = try plan()
      try orders.stepClock(-away.seconds)
      let ordeal = try await Ordeal(
        "down over a long weekend",
        settings: try await FaultPoints.environment([
          "FAULT_ORDERS": orders.path, "DOSSIERD_ALERTS_HOLD_SECONDS": "300", "DOSSIERD_BROKER_BATCH_SIZE": "512",
        ]))
      ordeal.clockOffset = -away.seconds
      let gone = ordeal.now

      try await ordeal.undergo(Times(1, 1), within: .seconds(5)) { ordeal in
        let began = ContinuousClock.now
        for portion in portions(of: envelopes) {
          try await ordeal.tell(portion.map { self.accepted($0, at: accepted) })
        }
        try await ordeal.commitsAll()
        let pace = (ContinuousClock.now - began) / envelopes
        _ = try await ordeal.daemon.stop()
        try await leaveBacklog(ordeal, since: gone)

        try orders.stepClock(0)
        ordeal.clockOffset = 0
        let back = ordeal.now
        let started = ContinuousClock.now
        try ordeal.launch()
        try await ordeal.commitsAll()
        let took = ContinuousClock.now - started
        // The first time was that of sending as well.
        if Size.here != .test { #expect(took < pace * (2 * arrivals + departures)) }
        let read = try ordeal.view.lastRecorded()
        try ordeal.isMended()
        // While the breaches are raised and mailed.
        try await ordeal.tell(500)
        try await waitUntil("somebody is told") { try ordeal.view.firstCry(after: back) != nil }
        let cry = try #require(try ordeal.view.firstCry(after: back))
        #expect(cry > read, "told at \(cry.rfc3339), the backlog was read at \(read.rfc3339)")
      }
      try await ordeal.judge()
    }

    private func leaveBacklog(_ ordeal: Ordeal, since gone: Instant) async throws {
      for (minute, (event, count)) in [("departed", departures), ("arrived", arrivals), ("delivered", arrivals)]
        .enumerated()
      {
        let time = gone.advanced(by: .minutes(10 * Int64(minute + 1)))
        for portion in portions(of: count) {
          try await ordeal.tell(
            portion.map {
              let id = "\(event)-\($0)"
              return (id, Scans.scan(id: id, at: time, item: item($0), event: event))
            })
        }
      }
    }

    private func accepted(_ number: Int, at time: Instant) -> (id: String, body: String) {
      let id = "weekend-\(number)"
      return (
        id, Scans.accepted(id: id, at: time, item: item(number), dossier: "H18.101-260302-\(20_000 + number)")
      )
    }

    private func item(_ number: Int) -> String { Items.number(95_000_000 + number) }

    private func portions(of count: Int) -> [Range<Int>] {
      stride(from: 0, to: count, by: 1_000).map { $0..<min($0 + 1_000, count) }
    }

    /// For how long it is away, and the last hour of an acceptance whose collection is due meanwhile.
    private func plan() throws -> (away: Span, accepted: Instant) {
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      let set = try Settings.load(
        Built.root.appending(path: "config/dossierd.yaml").path, environment: [:], now: now
      ).rules
      let rules = Rules(calendar: WorkingCalendar(set.calendar), policy: set.policy, registry: set.registry)
      // Over Tết nothing is due for longer.
      for days in Int64(4)...20 {
        let gone = now.advanced(by: .days(-days))
        for hours in 1...Int64(20 * 24) {
          let time = gone.advanced(by: .hours(-hours))
          guard let due = try collectionDue(time, rules), due > gone.advanced(by: .hours(2)) else { break }
          if due < now.advanced(by: .hours(-3)) { return (.days(days), time) }
        }
      }
      throw DaemonTrial.Failed(description: "no collection is due within any twenty days")
    }

    private func collectionDue(_ time: Instant, _ rules: Rules) throws -> Instant? {
      let event = try EventDecoder(limits: EventDecoder.Limits(), domestic: []).decode(
        Array(accepted(0, at: time).body.utf8))
      return OfflineFold([event], rules: rules).reports(at: time, unclaimedAfter: .days(7)).flatMap(\.deadlines)
        .first { $0.clock == .collect }?.dueDate.due
    }
  }
}
