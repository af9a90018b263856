import Dossiers
import Foundation
import Testing

/// The bodies that the decoder and the schema are held against.
enum Corpus {
  /// One body, and what is to be made of it.
  struct Row: Sendable, CustomStringConvertible {
    let why: String
    let kind: ContractError.Kind
    let body: [UInt8]

    var description: String { why }
  }

  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
  static let contract = tests.appending(path: "../../../config/contract").standardized
  static let folder = tests.appending(path: "Corpus")

  /// The rows of a file, one a line.
  static func rows(_ name: String) throws -> [Row] {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      .split(separator: "\n").map { try row(String($0)) }
  }

  private struct Line: Decodable {
    let why: String
    let kind: String?
    let raw: String?
    let hex: String?
  }

  private static func row(_ text: String) throws -> Row {
    let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
    let body: [UInt8]
    if let raw = line.raw {
      body = Array(raw.utf8)
    } else if let hex = line.hex {
      body = stride(from: 0, to: hex.utf8.count, by: 2).compactMap { UInt8(hex.dropFirst($0).prefix(2), radix: 16) }
    } else {
      // The event stands last in its line: taken as it stands, no reader comes between it and the decoder.
      let event = try #require(text.range(of: ",\"event\":"))
      body = Array(text[event.upperBound...].dropLast().utf8)
    }
    let kind = ContractError.Kind(rawValue: line.kind ?? "contract")
    return Row(why: line.why, kind: try #require(kind), body: body)
  }

  /// The event that `body` tells; where it is refused, an issue that names `what` was read.
  static func event(_ body: [UInt8], _ what: @autoclosure () -> String) throws -> Event {
    do {
      return try EventDecoder().decode(body)
    } catch {
      Issue.record("\(what()): \(error)")
      throw error
    }
  }
}
