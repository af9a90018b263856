import Dossiers
import GRDB
import TestSupport
import Testing

@testable import Store

struct CodingTests {
  @Test("folds and evidence are read back as they were written", arguments: 0..<8 as Range<UInt64>)
  func roundTrip(block: UInt64) throws {
    var writer = ByteWriter()
    for seed in block * 100..<(block + 1) * 100 {
      let drawn = try Drawn(seed: seed)
      for history in drawn.histories where history.waiting.isEmpty {
        let bytes = try #require(encoded(history, drawn.names))
        #expect(try ShipmentCoding.decode(bytes, item: history.item, drawn.names) == history, "seed \(seed)")
      }
      for dossier in drawn.dossiers {
        let items = dossier.carried.indices.map { Int64($0) * 1_000_003 - 1 }
        let bytes = DossierCoding.encode(items, dossier.notes, drawn.names, &writer)
        let read = try DossierCoding.decode(bytes, code: dossier.code, drawn.names)
        #expect(read.items == items && read.notes == dossier.notes, "seed \(seed)")
      }
    }
  }

  @Test("cut off anywhere, a fold is damage, never a crash")
  func truncated() throws {
    var writer = ByteWriter()
    for seed in 0..<40 as Range<UInt64> {
      let drawn = try Drawn(seed: seed)
      for history in drawn.histories where history.waiting.isEmpty {
        let bytes = try #require(encoded(history, drawn.names))
        for length in bytes.indices {
          #expect(throws: StoreError.self, "seed \(seed), \(length) bytes") {
            try ShipmentCoding.decode(Array(bytes[..<length]), item: history.item, drawn.names)
          }
        }
      }
      for dossier in drawn.dossiers {
        let bytes = DossierCoding.encode([7, -1], dossier.notes, drawn.names, &writer)
        for length in bytes.indices {
          #expect(throws: StoreError.self, "seed \(seed), \(length) bytes") {
            try DossierCoding.decode(Array(bytes[..<length]), code: dossier.code, drawn.names)
          }
        }
      }
    }
  }

  @Test("with any byte changed, a fold is read or is damage, never a crash")
  func flipped() throws {
    var random = SeededGenerator(seed: 7)
    for seed in 0..<40 as Range<UInt64> {
      let drawn = try Drawn(seed: seed)
      for history in drawn.histories where history.waiting.isEmpty {
        var bytes = try #require(encoded(history, drawn.names))
        for index in bytes.indices {
          let kept = bytes[index]
          bytes[index] = UInt8.random(in: 0...255, using: &random)
          _ = try? ShipmentCoding.decode(bytes, item: history.item, drawn.names)
          bytes[index] = kept
        }
      }
    }
  }

  private func encoded(_ history: ItemHistory, _ names: Names) -> [UInt8]? {
    var writer = ByteWriter()
    var heads: [UInt8]?
    let bytes = ShipmentCoding.encode(history, heads: &heads, names, &writer)
    // With what an acceptance settles at hand, the same is written.
    return ShipmentCoding.encode(history, heads: &heads, names, &writer) == bytes ? bytes : nil
  }

  @Test("a fold of another form is asked for anew, not taken for damage")
  func otherForm() throws {
    let drawn = try Drawn(seed: 1)
    let history = try #require(drawn.histories.first)
    #expect(try ShipmentCoding.decode([ShipmentCoding.version + 1, 0], item: history.item, drawn.names) == nil)
  }
}

/// Folds and evidence drawn by chance, with their sources under numbers.
private struct Drawn {
  var histories: [ItemHistory] = []
  var dossiers: [DossierCase] = []
  let names: Names

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let events = ScenarioEvents.draw(using: &random)
    // The core's other generator has every letter that a note may hold.
    let notes = RandomEvents(seed: seed).prefix(60).filter { $0.fact.type == .noted }
    for item in ScenarioEvents.items {
      histories.append(
        ItemHistory(item: item, folding: events.filter { $0.concernedItem == item }, rules: SampleRules.rules))
    }
    for code in ScenarioEvents.dossiers {
      var dossier = DossierCase(code: code)
      for history in histories {
        dossier.replace(history.item, with: history.shipments.flatMap(\.carried).filter { $0.0 == code }.map(\.1))
      }
      for event in events {
        guard case .noted(let note) = event.fact, note.dossier == code else { continue }
        dossier.add(HeardNote(note: note, time: event.time, identity: event.identity))
      }
      dossiers.append(dossier)
    }
    for event in notes {
      guard case .noted(let note) = event.fact else { continue }
      let heard = HeardNote(note: note, time: event.time, identity: event.identity)
      dossiers.append(DossierCase(code: note.dossier, notes: [heard]))
    }
    names = try Drawn.numbers(events + notes)
  }

  /// Numbers for all sources, and for only some of the agencies: the others are written out.
  private static func numbers(_ events: [Event]) throws -> Names {
    try DatabaseQueue().write { db in
      for table in ["sources", "agencies"] {
        try db.execute(sql: "CREATE TABLE \(table) (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)")
      }
      var sources = SourceTable()
      var agencies = AgencyTable()
      for (index, event) in events.enumerated() {
        _ = try sources.number(of: event.identity.source, db)
        if index % 2 == 0, let agency = event.fact.scan?.posting?.agency { _ = try agencies.number(of: agency, db) }
      }
      return Names(sources: sources, agencies: agencies)
    }
  }
}
