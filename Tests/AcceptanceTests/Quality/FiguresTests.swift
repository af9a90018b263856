import Dossiers
import Foundation
import Settings
import Simulation
import Store
import TestSupport
import Testing

/// The figures of a year of the province, by the command that people use.
@Suite("figures", .timeLimit(.minutes(5)))
struct FiguresTests {
  /// Each with the name that the independent count has for it.
  private static let periods = [
    (["--month", "2024-02"], "2024-02-01/2024-02-29"), (["--quarter", "2024-Q1"], "2024-01-01/2024-03-31"),
    (["--half", "2024-H1"], "2024-01-01/2024-06-30"), (["--year", "2023"], "2023-01-01/2023-12-31"),
    (["--day", "2024-03-11"], "2024-03-11/2024-03-11"), (["--day", "2024-03-10"], "2024-03-10/2024-03-10"),
    (["--from", "2023-12-15", "--to", "2024-01-20"], "2023-12-15/2024-01-20"),
  ]

  @Test("dossierctl counts what an independent count of the same events comes to, each figure of all")
  func independent() async throws {
    let year = try await SimulatedYear()
    let counted = try await year.counted(Self.periods.map(\.1))
    for (options, name) in Self.periods {
      let found = try await Self.agreed(year, options, with: counted, name)
      #expect(found.count > 60 && Set(found.map(\.id)) == Set(IndicatorKind.allCases.map(\.rawValue)), "\(name)")
    }
    let whole = try await Self.agreed(year, ["--year", "2024"], with: year.counted(["2024-01-01/2024-12-31"]))
    #expect(whole.contains { $0.id == "parked" && $0.numerator == 27 })
    #expect(whole.contains { $0.id == "median-delay" && $0.value ?? 0 > 0 })
    let busiest = whole.filter { $0.id == "within" && $0.subject == "agency" }.max { $0.denominator < $1.denominator }
    for scope in ["agency=\(try #require(busiest?.code))", "office=380000", "district=094"] {
      let option = scope.split(separator: "=").map(String.init)
      let name = "2024-03-01/2024-03-31@\(scope)"
      let options = ["--month", "2024-03", "--\(option[0])", option[1]]
      let found = try await Self.agreed(year, options, with: year.counted([name]), name)
      #expect(found.contains { $0.id == "lost" && $0.denominator > 0 }, "\(name)")
    }
  }

  /// What `dossierctl figures` says, once it is found to agree with the count of that name, or the only one.
  private static func agreed(
    _ year: SimulatedYear, _ options: [String], with counted: [String: [Figure]], _ name: String? = nil
  ) async throws -> [Figure] {
    let found = try JSONDecoder().decode(Answer.self, from: Data(try await year.figures(options).utf8)).now.figures
    let wanted = try #require(name.map { counted[$0] } ?? counted.values.first)
    let name = name ?? "\(options)"
    #expect(Set(found.map(\.key)) == Set(wanted.map(\.key)), "\(name)")
    let byKey = Dictionary(wanted.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for figure in found {
      let other = try #require(byKey[figure.key], "\(name) \(figure.key)")
      #expect(figure.agrees(with: other), "\(name): \(figure), counted \(other)")
    }
    return found
  }

  @Test("a scan that comes late and one that is taken back change a past month, and what was known is still there")
  func corrections() async throws {
    let year = try await SimulatedYear(days: 40, perDay: 6)
    let known = ["--month", "2023-10", "--as-known", "2023-12-31"]
    let before = try JSONDecoder().decode(Answer.self, from: Data(try await year.figures(known).utf8))
    #expect(before.changes?.isEmpty == true && before.recorded_since?["scans"] == 0)
    let report = try await year.tool([
      "report", "--into", year.folder.path, "--month", "2023-10", "--as-known", "2023-12-31",
    ])
    #expect(report.status == 0, "\(report.errors)")
    try await year.correct(at: "2024-01-15 09:00")
    let after = try JSONDecoder().decode(Answer.self, from: Data(try await year.figures(known).utf8))
    #expect(after.as_known?.figures.map(\.value) == before.now.figures.map(\.value))
    #expect(after.recorded_since?["scans"] == 1 && after.recorded_since?["voidings"] == 1)
    let lost = try #require(after.changes?.first { $0.id == "lost" })
    #expect(lost.before ?? 0 > lost.now ?? 0)
    #expect(after.changes?.contains { $0.id == "voided-scans" } == true)
    let table = try await year.figures(known, json: false)
    #expect(
      table.contains("1 lần quét, 1 lần hủy sự kiện / recorded since, bearing on this period: 1 scan, 1 voiding."))
    let page = year.folder.appending(path: "inspection-2023-10-vi.html").path
    let verified = try await year.tool(["report", "verify", page])
    #expect(verified.status == 0 && verified.output.contains("1 scan, 1 voiding"), "\(verified)")
  }

  @Test("figures as they were known on a day stand beside those of now, with what has changed")
  func asKnown() async throws {
    let year = try await SimulatedYear(days: 60, perDay: 6)
    let output = try await year.figures(["--month", "2023-10", "--as-known", "2023-10-31"])
    let answer = try JSONDecoder().decode(Answer.self, from: Data(output.utf8))
    let known = try #require(answer.as_known)
    #expect(known.known == "2023-10-31T23:59:59+07:00")
    #expect(known.figures.count > 40)
    #expect(answer.changes?.isEmpty == false)
    let table = try await year.figures(["--month", "2023-10", "--as-known", "2023-10-31"], json: false)
    #expect(table.contains("CHÊNH LỆCH") && table.contains("An toàn") && table.contains("Bưu gửi bị mất"))
    let changed = try #require(answer.changes?.count)
    #expect(table.contains("\(changed) trên ") && table.contains("recorded since, bearing on this period: "))
  }

  @Test(
    "a period or place that is none is refused",
    arguments: [
      ([], 64), (["--month", "2024-13"], 64), (["--month", "2024-01", "--year", "2024"], 64),
      (["--from", "2024-01-02", "--to", "2024-01-01"], 64), (["--from", "2024-01-02"], 64),
      (["--month", "2024-01", "--agency", "H18.99999"], 65), (["--month", "2024-01", "--district", "1"], 65),
    ] as [([String], Int32)])
  func refused(_ options: [String], _ status: Int32) async throws {
    let year = try await SimulatedYear(days: 1, perDay: 1)
    #expect(try await year.run(options).status == status)
  }

  private struct Answer: Decodable {
    struct Known: Decodable {
      let known: String
      let figures: [Figure]
    }
    struct Change: Decodable {
      let id: String
      let before: Double?
      let now: Double?
    }
    let now: Known
    let as_known: Known?
    let changes: [Change]?
    let recorded_since: [String: Int]?
  }
}

/// A figure as JSON has it.
struct Figure: Decodable {
  let id: String
  let subject: String
  let code: String?
  let numerator: Int?
  let denominator: Int
  let value: Double?

  var key: String { "\(id) \(subject) \(code ?? "")" }

  func agrees(with other: Figure) -> Bool {
    guard numerator == other.numerator, denominator == other.denominator else { return false }
    guard let value, let others = other.value else { return value == nil && other.value == nil }
    return abs(value - others) < 1e-6
  }
}

/// A database filled with a simulated year from October 2023 on, and its events as a file.
final class SimulatedYear: Sendable {
  let folder: URL
  private let config = Built.root.appending(path: "config")

  init(days: Int = 365, perDay: Int = 12) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "figures-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let set = try Settings.load(
      config.appending(path: "dossierd.yaml").path, environment: [:], now: instant("2023-10-01 00:00")
    ).rules
    let store = try SQLiteStore(path: database)
    _ = try await store.adopt(
      RulesDocument(calendar: set.calendar, policy: set.policy, registry: set.registry),
      at: instant("2023-09-01 08:00"))
    let plan = SimulationPlan(
      seed: 11, start: day("2023-10-01"), days: days, dossiersPerDay: perDay, faults: SimulatedYear.faults)
    let simulation = try Simulation(plan: plan, registry: set.registry, calendar: WorkingCalendar(set.calendar))
    var batch: [SimulatedMessage] = []
    var lines: [UInt8] = []
    for message in simulation where SimulatedYear.isKept(message.event) {
      batch.append(message)
      lines += EventEncoder().encode(message.event) + [UInt8(ascii: "\n")]
      if batch.count == 500 { try await SimulatedYear.take(&batch, store) }
    }
    try await SimulatedYear.take(&batch, store)
    try Data(lines).write(to: events)
    try await park(in: store, days: days)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var database: String { folder.appending(path: "dossierd.sqlite").path }
  private var events: URL { folder.appending(path: "events.ndjson") }
  private var parked: URL { folder.appending(path: "parked.ndjson") }

  /// More goes wrong than in an ordinary year, so that a small one has something of everything.
  private static let faults: FaultRates = {
    var faults = FaultRates()
    faults.unheard = 0.002
    faults.lostItems = 0.01
    faults.damagedItems = 0.01
    faults.misroutedItems = 0.02
    faults.unscannedAcceptances = 0.01
    faults.voidings = 0.03
    faults.breaches = 0.1
    return faults
  }()

  /// Signs of life are most of a small year; those of a few offices show as much.
  private static func isKept(_ event: Event) -> Bool {
    if case .alive = event.fact { event.identity.source.office?.text.hasSuffix("00") ?? false } else { true }
  }

  private static func take(_ batch: inout [SimulatedMessage], _ store: SQLiteStore) async throws {
    guard let recorded = batch.last?.arrival else { return }
    let arrivals = batch.map {
      Arrival(.event($0.event), message: Message(body: EventEncoder().encode($0.event), routingKey: $0.routingKey))
    }
    _ = try await store.take(arrivals, recorded: recorded)
    batch.removeAll(keepingCapacity: true)
  }

  /// Has messages of every tenth day, from offices, an agency and nobody, that cannot be read.
  private func park(in store: SQLiteStore, days: Int) async throws {
    let keys = ["postoffice.380000", "agency.H18.101", "postoffice.384100", "nonsense"]
    var lines = ""
    for (place, offset) in stride(from: 5, to: days, by: 10).enumerated() {
      let recorded = day("2023-10-01").adding(offset).start.advanced(by: .hours(9))
      let message = Message(body: [0], routingKey: keys[place % keys.count])
      _ = try await store.take(
        [Arrival(.refused(Refusal(.unreadable, "a test")), message: message)], recorded: recorded)
      lines += #"{"recorded":"\#(recorded.rfc3339)","key":"\#(message.routingKey)"}"# + "\n"
    }
    try Data(lines.utf8).write(to: parked)
  }

  /// Tells a delivery of an item that was lost in October, and takes back a scan of that month.
  func correct(at time: String) async throws {
    let decoder = EventDecoder()
    let told = try String(contentsOf: events, encoding: .utf8).split(separator: "\n").map {
      try decoder.decode(Array($0.utf8))
    }
    let october = told.filter { day("2023-10-01").start <= $0.time && $0.time < day("2023-10-25").start }
    let lost = try #require(october.first { $0.fact.scan?.milestone == .lost }?.fact.scan)
    let departed = try #require(
      october.first { $0.fact.scan?.milestone == .departed && $0.fact.scan?.item != lost.item })
    let source = try #require(EventSource("/operators/lan"))
    let found = Scan(item: lost.item, milestone: .arrived, office: lost.office)
    let events = [
      Event(
        identity: EventIdentity(
          source: try #require(EventSource("/postoffices/\(lost.office)/scanners/late")), id: "late"),
        time: day("2023-10-30").start, fact: .scanned(found)),
      Event(
        identity: EventIdentity(source: source, id: "void"), time: instant(time),
        fact: .voided(Voiding(voided: departed.identity, reason: .didNotOccur))),
    ]
    let store = try SQLiteStore(path: database)
    let arrivals = events.map { Arrival(.event($0), message: Message(body: EventEncoder().encode($0))) }
    _ = try await store.take(arrivals, recorded: instant(time))
  }

  /// What `dossierctl figures` says.
  func figures(_ options: [String], json: Bool = true) async throws -> String {
    let outcome = try await run(options + (json ? ["--json"] : []))
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  func run(_ options: [String]) async throws -> ProcessRunner.Outcome { try await tool(["figures"] + options) }

  /// What `dossierctl` says with these arguments; what it mails goes to `mailPort`.
  func tool(_ arguments: [String], mailPort: UInt16 = 1) async throws -> ProcessRunner.Outcome {
    try await ProcessRunner.run(
      Built.program("dossierctl"), arguments,
      environment: [
        "PATH": "/usr/bin:/bin", "DOSSIERD_CONFIG": config.appending(path: "dossierd.yaml").path,
        "DOSSIERD_STORE_PATH": database, "DOSSIERD_MAIL_PORT": "\(mailPort)",
      ])
  }

  /// What the independent count says of each period.
  func counted(_ periods: [String]) async throws -> [String: [Figure]] {
    let script = Built.root.appending(path: "Tests/AcceptanceTests/Quality/count-figures.py").path
    let output = try await ProcessRunner.succeed(
      "/usr/bin/python3", ["-W", "ignore", script, config.path, events.path, parked.path] + periods, environment: [:],
      input: Data())
    return try JSONDecoder().decode([String: [Figure]].self, from: Data(output.utf8))
  }
}
