import Dossiers
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Store
import Synchronization
import TestSupport

@testable import Web

/// A web server over a real store in a folder of its own.
final class Trial: Sendable {
  let store: SQLiteStore
  let server: WebServer
  let now: Instant
  private let clock: TrialClock
  private let folder: URL

  /// A server over a store that has taken `story` and raised what is due at `now`.
  init(
    now: String = "2026-03-12 09:00", health: Health = .well, registry: Registry = SampleRules.registry,
    readings: Readings = Readings(), hasRules: Bool = true, access: WebAccess = WebAccess(),
    adoption: AdoptionBook = Trial.adoption,
    _ story: (inout Scenario) -> Void = Trial.lateReturn
  ) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let instant = instant(now)
    self.now = instant
    let path = folder.appending(path: "dossiers.sqlite").path
    store = try SQLiteStore(path: path)
    let clock = TrialClock(instant)
    self.clock = clock
    server = WebServer(
      host: "localhost", port: 0,
      source: WebSource(
        store: store, archive: { try? SQLiteStore(path: path, access: .reader) }, registry: { registry },
        calendar: { SampleRules.calendar }, health: FixedHealth(value: health),
        readings: { readings }, now: { clock.time }, lateBound: .hours(24), adoption: { adoption },
        report: Trial.report(store), past: Trial.past(store)),
      access: access, desk: TrialDesk(store: store),
      logger: Logger(label: "web") { _ in SwiftLogNoOpLogHandler() })
    guard hasRules else { return }

    let document = RulesDocument(
      calendar: SampleRules.calendarDefinition, policy: SampleRules.policy, registry: registry)
    _ = try await store.adopt(document, at: TestSupport.instant("2018-01-01 00:00"))
    var scenario = Scenario()
    story(&scenario)
    let arrivals = scenario.events.map { event in
      Arrival(.event(event), message: Message(body: EventEncoder().encode(event)))
    }
    _ = try await store.take(arrivals, recorded: instant)
    _ = try await store.raise(at: instant, limit: 1000)
  }

  /// Five procedures at each of two communes: the one has two served, the other four; the target is three.
  static let adoption: AdoptionBook = {
    let service = { (agency: String, number: Int, isServed: Bool) in
      PostalService(
        agency: code(agency), procedure: code("1.00487\(number)"), survey: .suitable,
        agreement: isServed ? DayRange(day("2026-01-01")) : nil, served: isServed ? DayRange(day("2026-02-01")) : nil)
    }
    let services = (1...5).map { service("H18.101", $0, $0 <= 2) } + (1...5).map { service("H18.107", $0, $0 <= 4) }
    let target = AdoptionTarget(
      level: .commune, days: DayRange(day("2025-01-01")), share: Share(percent: "60") ?? Share.none, source: "Plan")
    let communes = ["H18.101": "094", "H18.107": "099"].sorted { $0.key < $1.key }.enumerated().map { place, commune in
      MappedCommune(
        code: "0\(place)", name: "Xã \(place)", latitude: 21 + Double(place) / 10, longitude: 103,
        district: commune.value, agency: code(commune.key))
    }
    return AdoptionBook(
      register: ServiceRegister(services: services, targets: [target]), communes: communes,
      registry: SampleRules.registry)
  }()

  static let digest = String(repeating: "ab", count: 32)
  static let logState = LogState(last: 5, events: 1234, versions: 3, digest: digest)

  /// Makes a report of the figures of `store`, with files that only stand in for its.
  static func report(_ store: SQLiteStore) -> ReportMaker {
    { period, now, portion in
      let figures = try await store.figures(of: [FigureScope(period: period, known: now)]) { try portion(1) }
      let file = { (name: String, type: String, text: String) in
        WebReport.File(name: name, type: type, bytes: Array(text.utf8))
      }
      return WebReport(
        known: now, log: logState, figures: figures[0].indicators,
        files: [
          file("inspection-vi.html", "text/html", "<p>page</p>"), file("inspection-en.html", "text/html", "<p>en</p>"),
          file("inspection.csv", "text/csv", "a,b"), file("inspection.json", "application/json", "{}"),
        ])
    }
  }

  /// Makes figures as `store` knew them.
  static func past(_ store: SQLiteStore) -> PastMaker {
    { scope, _, portion in
      let figures = try await store.known(by: scope.known, progress: portion).figures(of: [scope])
      return PastFigures(
        figures: figures[0].indicators,
        since: try await store.recorded(after: scope.known, bearingOn: scope.period))
    }
  }

  /// The time on the server's clock.
  var time: Instant {
    get { clock.time }
    set { clock.time = newValue }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What the server answers.
  func answer(
    _ uri: String, over setup: TestingSetup = .router, method: HTTPRequest.Method = .get,
    headers: HTTPFields = [:], body: String? = nil
  ) async throws -> Answer {
    try await server.application().test(setup) { client in
      try await client.execute(
        uri: uri, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
      ) { Answer(status: $0.status.code, headers: $0.headers, text: String(buffer: $0.body)) }
    }
  }

  /// A dossier that was collected in time and processed too late, and an item that was lost.
  static func lateReturn(_ story: inout Scenario) {
    story.accept(at: "2026-03-02 08:15")
    story.scan(.delivered, at: "2026-03-02 16:00")
    story.scan(.delivered, at: "2026-03-03 10:00", office: "382500")
    let lost = "EA000000014VN"
    story.accept(lost, at: "2026-03-09 09:00", dossiers: ["H18.101-260309-0002"])
    story.scan(lost, .lost, at: "2026-03-10 09:00")
  }
}

/// A clock that a test turns.
final class TrialClock: Sendable {
  private let value: Mutex<Instant>

  init(_ time: Instant) {
    value = Mutex(time)
  }

  var time: Instant {
    get { value.withLock { $0 } }
    set { value.withLock { $0 = newValue } }
  }
}

/// An answer of the server.
struct Answer: Sendable {
  let status: Int
  let headers: HTTPFields
  let text: String

  /// The value of a header, or nil.
  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
}

/// A health that does not change.
struct FixedHealth: HealthSource {
  let value: Health

  func health() async -> Health { value }
}

extension Health {
  /// All is well.
  static let well = Health.of()

  static func of(
    isAlive: Bool = true, isReady: Bool = true, problems: [String] = [], linkUp: Bool = true, backlog: Int? = 7,
    horizon: CalendarHorizon? = nil, lastBackup: Instant? = nil, backupWarning: String? = nil
  ) -> Health {
    Health(
      isAlive: isAlive, isReady: isReady, problems: problems, linkUp: linkUp,
      linkSince: instant("2026-03-01 07:00"), backlog: backlog, version: "1.2.3",
      startedAt: instant("2026-03-01 06:59"), horizon: horizon, lastBackup: lastBackup,
      backupWarning: backupWarning)
  }
}

extension TestingSetup {
  /// The router alone, and a live socket.
  static let both: [TestingSetup] = [.router, .live]
}

extension Share {
  fileprivate static var none: Share { Share(0, of: 1) ?? { preconditionFailure("nothing is a share") }() }
}
