import Dossiers
import Foundation
import GRDB

/// When each device was last heard, and which numbers of its counter are missing.
///
/// It depends on when we knew, as the ledger does, and is no projection of the log.
struct WatchedDevices: Sendable {
  struct Device: Sendable {
    var heard: Instant
    var received: ReceivedSequences?
    fileprivate var isChanged = false
  }

  /// By the number of the source.
  private(set) var devices: [Int64: Device] = [:]
  private var changed: [Int64] = []

  init(_ db: Database) throws {
    for row in try Row.fetchAll(db, sql: "SELECT source, heard, first, last, holes FROM watched_devices") {
      devices[row["source"]] = Device(
        heard: Instant(microseconds: row["heard"]), received: try WatchedDevices.received(row))
    }
  }

  private static func received(_ row: Row) throws -> ReceivedSequences? {
    guard let first: Int64 = row["first"], let last: Int64 = row["last"] else { return nil }
    return ReceivedSequences(
      first: UInt64(bitPattern: first), last: UInt64(bitPattern: last),
      holes: try (row["holes"] as Data?).map { try JSONDecoder().decode([ReceivedSequences.Hole].self, from: $0) } ?? []
    )
  }

  /// Notes that a source spoke at `now`.
  mutating func hear(_ source: Int64, _ event: Event, at now: Instant) {
    let becameChanged = devices[source, default: Device(heard: now)].hear(event, at: now)
    if becameChanged { changed.append(source) }
  }

  /// Gives up on numbers that are missing since before `instant`, which would not be taken any more.
  mutating func giveUp(before instant: Instant) {
    for source in devices.keys where devices[source]?.received?.holes.contains(where: { $0.since < instant }) == true {
      devices[source]?.received?.giveUp(before: instant)
      if devices[source]?.isChanged == false { changed.append(source) }
      devices[source]?.isChanged = true
    }
  }

  /// Writes what has changed.
  mutating func save(_ db: Database) throws {
    guard !changed.isEmpty else { return }
    let save = try HotStatement(
      db, "INSERT OR REPLACE INTO watched_devices (source, heard, first, last, holes) VALUES (?, ?, ?, ?, ?)")
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for source in changed {
      guard let device = devices[source] else { continue }
      let received = device.received
      let holes = try received.flatMap { try $0.holes.isEmpty ? nil : Array(encoder.encode($0.holes)) }
      try save.run(
        source, device.heard, received.map { Int64(bitPattern: $0.first) },
        received.map { Int64(bitPattern: $0.last) }, holes)
      devices[source]?.isChanged = false
    }
    changed = []
  }
}

extension WatchedDevices.Device {
  /// Takes what an event says of its device; returns whether this is the first change since it was written.
  fileprivate mutating func hear(_ event: Event, at now: Instant) -> Bool {
    heard = max(heard, now)
    if case .alive(let life) = event.fact {
      if let last = life.lastSequence {
        if received == nil { received = ReceivedSequences(last) } else { received?.hearOf(last: last, at: now) }
      }
    } else if let number = event.sequence {
      if received == nil { received = ReceivedSequences(number) } else { received?.hear(number, at: now) }
    }
    defer { isChanged = true }
    return !isChanged
  }
}
