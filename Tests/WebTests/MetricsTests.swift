import Dossiers
import HummingbirdTesting
import Store
import TestSupport
import Testing

@testable import Web

@Suite struct MetricsTests {
  @Test("the metrics are Prometheus's text format and agree with the store")
  func metrics() async throws {
    let trial = try await Trial()
    for setup in TestingSetup.both {
      let answer = try await trial.answer("/metrics", over: setup)
      #expect(answer.status == 200)
      #expect(answer.header("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
      let families = try ExpositionParser(answer.text).families
      func value(_ name: String, _ labels: String = "") -> Double? { families[name]?.samples[labels] }
      #expect(value("dossierd_events_received_total") == 5)
      #expect(value("dossierd_events_committed_total") == 5)
      #expect(value("dossierd_events_duplicate_total") == 0)
      #expect(value("dossierd_events_parked_total", #"reason="stale""#) == 0)
      #expect(value("dossierd_parked") == 0)
      #expect(value("dossierd_dossiers", #"stage="processing""#) == 1)
      #expect(value("dossierd_alerts", #"kind="breach",state="firing""#) == 2)
      #expect(value("dossierd_alerts", #"kind="lost",state="firing""#) == 1)
      #expect(value("dossierd_mails_total", #"outcome="accepted""#) == 0)
      #expect(value("dossierd_mails_total", #"outcome="deferred""#) == 0)
      #expect(value("dossierd_outbox") == 3)
      #expect(value("dossierd_outbox_oldest_timestamp_seconds") == Double(instant("2026-03-12 09:01").seconds))
      #expect(value("dossierd_deadlines_open", #"of="dossier""#) == 1)
      #expect(value("dossierd_deadlines_open", #"of="item""#) == 1)
      #expect(value("dossierd_ready") == 1)
      #expect(value("dossierd_calendar_decreed_until_timestamp_seconds") != nil)
      #expect(value("dossierd_broker_up") == 1)
      #expect(value("dossierd_queue_backlog") == 7)
      #expect(value("dossierd_store_up") == 1)
      #expect(value("dossierd_build_info", #"version="1.2.3""#) == 1)
      #expect(value("dossierd_start_time_seconds") == Double(instant("2026-03-01 06:59").seconds))
    }
  }

  @Test("what came in is what was committed, doubled and parked")
  func accounts() async throws {
    let trial = try await Trial()
    var scenario = Scenario()
    Trial.lateReturn(&scenario)
    let again = scenario.events.map { Arrival(.event($0), message: Message(body: EventEncoder().encode($0))) }
    let parked = Arrival(.refused(Refusal(.unreadable, "no JSON")), message: Message(body: [1]))
    _ = try await trial.store.take(again + [parked], recorded: trial.now)

    let families = try ExpositionParser(try await trial.answer("/metrics").text).families
    let sums = families.mapValues { $0.samples.values.reduce(0, +) }
    #expect(sums["dossierd_events_received_total"] == 11)
    #expect(sums["dossierd_events_duplicate_total"] == 5)
    #expect(sums["dossierd_events_parked_total"] == 1)
    #expect(sums["dossierd_parked"] == 1)
    let accounted = ["committed", "duplicate", "parked"].compactMap { sums["dossierd_events_\($0)_total"] }
    #expect(accounted.reduce(0, +) == sums["dossierd_events_received_total"])
  }

  @Test("what the daemon measures is there by size, by duration and by the office that scanned")
  func measured() async throws {
    var readings = Readings()
    readings.batchEvents.add(3)
    readings.batchEvents.add(5_000)
    readings.batchSeconds.add(0.25)
    readings.lags[code("381100")] = Histogram([1, 10])
    readings.lags[code("381100")]?.add(4.5)
    readings.disconnects = 2
    readings.ready = 11
    readings.storeBytes = 4_096
    readings.freeBytes = 8_192
    let trial = try await Trial(readings: readings)
    let families = try ExpositionParser(try await trial.answer("/metrics").text).families
    func value(_ name: String, _ labels: String = "") -> Double? { families[name]?.samples[labels] }
    #expect(value("dossierd_batch_events", #"_bucketle="1""#) == 0)
    #expect(value("dossierd_batch_events", #"_bucketle="4""#) == 1)
    #expect(value("dossierd_batch_events", #"_bucketle="4096""#) == 1)
    #expect(value("dossierd_batch_events", #"_bucketle="+Inf""#) == 2)
    #expect(value("dossierd_batch_events", "_sum") == 5_003)
    #expect(value("dossierd_batch_events", "_count") == 2)
    #expect(value("dossierd_batch_duration_seconds", "_sum") == 0.25)
    #expect(value("dossierd_record_lag_seconds", #"_bucketoffice="381100",le="10""#) == 1)
    #expect(value("dossierd_record_lag_seconds", #"_sumoffice="381100""#) == 4.5)
    #expect(value("dossierd_broker_disconnects_total") == 2)
    #expect(value("dossierd_queue_messages") == 11)
    #expect(value("dossierd_store_bytes") == 4_096)
    #expect(value("dossierd_store_free_bytes") == 8_192)
  }

  @Test("a backlog that is not known is left out, and a broken link is 0")
  func unknownBacklog() async throws {
    let trial = try await Trial(health: .of(linkUp: false, backlog: nil))
    let families = try ExpositionParser(try await trial.answer("/metrics").text).families
    #expect(families["dossierd_queue_backlog"] == nil)
    #expect(families["dossierd_broker_up"]?.samples == ["": 0])
  }

  @Test("label values and help texts are escaped")
  func escaping() throws {
    var exposition = Exposition()
    exposition.add("a", .gauge, "one\ntwo \\", [(["b": "x\"\\\n"], 1)])
    #expect(exposition.text == "# HELP a one\\ntwo \\\\\n# TYPE a gauge\na{b=\"x\\\"\\\\\\n\"} 1\n")
    #expect(try ExpositionParser(exposition.text).families["a"]?.samples.count == 1)
  }
}
