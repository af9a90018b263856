import Foundation
import TestSupport
import Testing

@testable import Settings

@Suite("Mangled files")
struct MangledFilesTests {
  /// The files of the shipped configuration that are read whole at every load.
  private static let files = [
    "dossierd.yaml", "routing.yaml", "targets.csv", "policy/1788.yaml", "calendar/dien-bien.yaml",
    "calendar/holidays.csv", "registry/post-offices.csv", "registry/districts.csv", "registry/leads.csv",
    "registry/absences.csv",
  ]

  @Test("whatever stands in a file of the configuration is taken or refused in words", arguments: [1788])
  func mangled(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    var refused = 0
    for _ in 0..<60 {
      let file = try #require(Self.files.randomElement(using: &dice))
      let text = try Data(contentsOf: URL(filePath: "\(Trial.config)/\(file)"))
      let mangled = Self.mangle(Array(text), &dice)
      let problems = try Trial.problems([file: .bytes(mangled)])
      if !problems.isEmpty { refused += 1 }
      #expect(problems.allSatisfy { $0.contains(": error: ") || $0.contains(": warning: ") }, "seed \(seed), \(file)")
    }
    // Where nothing was refused, nothing was tried.
    #expect(refused > 10)
  }

  /// Some bytes with up to four faults in them.
  private static func mangle(_ bytes: [UInt8], _ dice: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0...3, using: &dice) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &dice)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &dice))
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: (0..<8).map { _ in UInt8.random(in: 0...255, using: &dice) }, at: place)
      case 4: bytes.insert(contentsOf: words.randomElement(using: &dice)?.utf8.map { $0 } ?? [], at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }

  /// What has meaning to YAML, to CSV or to a reader of numbers and dates.
  private static let words = [
    "&a *a", "<<: *a", "!!binary ", "---\n", "\u{FEFF}", "\"", ",,,,", "\r", "99999999999999999999", "-1", "0000-00-00",
    "2026-02-30", "9999-12-31", "24:00-00:00", ": [", "{", "\t", "\u{0}", "~", "1e999", "0x7fffffffffffffff",
  ]
}
