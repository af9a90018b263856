import Dossiers
import GRDB

/// Looks into the daemon's database from outside, without writing.
struct StoreProbe: Sendable {
  private let database: DatabaseQueue

  /// What a question was answered with, and when.
  struct Sighting: Sendable {
    let value: Int
    let time: Instant
  }

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    database = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Events that were ever committed.
  static let committed = "SELECT value FROM counters WHERE name = 'events.committed'"
  /// The number of the last event in the log.
  static let lastEvent = "SELECT max(seq) FROM events"
  /// The number of the last alert.
  static let lastAlert = "SELECT max(id) FROM alerts"
  /// Notices that somebody was told of, each once.
  static let told = "SELECT count(*) FROM notices WHERE outcome = 'accepted'"
  /// Messages that wait in the table of parked.
  static let parked = "SELECT count(*) FROM parked"

  /// The number that `question` is answered with now; 0 where there is none.
  func number(_ question: String) async throws -> Int {
    try await database.read { try Int.fetchOne($0.cachedStatement(sql: question)) ?? 0 }
  }

  /// Asks over and over until the answer is `goal` or more, and returns every new answer.
  @discardableResult
  func watch(
    _ question: String, until goal: Int, every pause: Duration, within limit: Duration
  ) async throws -> [Sighting] {
    let deadline = ContinuousClock.now + limit
    var sightings: [Sighting] = []
    var reached = 0
    while reached < goal {
      let value = try await number(question)
      if value > reached {
        reached = value
        sightings.append(Sighting(value: value, time: .current))
        continue
      }
      guard ContinuousClock.now < deadline else {
        throw BenchError.stuck(what: "by '\(question)'", reached: reached, expected: goal)
      }
      try await Task.sleep(for: pause, tolerance: .zero)
    }
    return sightings
  }

  /// The log's numbers by the ids of their events.
  func numbersByID() async throws -> [String: Int] {
    try await database.read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT id, seq FROM events")
      var numbers: [String: Int] = [:]
      while let row = try rows.next() { numbers[row[0]] = row[1] }
      return numbers
    }
  }

  /// The instants at which breaches became true, by their alerts' numbers.
  func breaches() async throws -> [Int: Instant] {
    try await database.read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT id, since FROM alerts WHERE kind = 'breach'")
      var breaches: [Int: Instant] = [:]
      while let row = try rows.next() { breaches[row[0]] = Instant(microseconds: row[1]) }
      return breaches
    }
  }
}
