import Dossiers
import Foundation

/// The columns of a CSV of scans, in the order of its header.
struct CSVColumns {
  /// What a column may be.
  enum Name: String, CaseIterable {
    case id, type, source, time, item, event, office, reason, to, carries, agency, destination, dossier, procedure
    case promised, slip
  }

  /// The columns, for people.
  static let all = Name.allCases.map(\.rawValue).joined(separator: ", ")

  private let names: [Name]

  /// The columns of a header.
  init(_ header: [String]) throws(Refusal) {
    var names: [Name] = []
    for text in header {
      guard let name = Name(rawValue: text) else {
        throw Refusal(.contract, "expected a column of \(CSVColumns.all), found '\(text)'")
      }
      guard !names.contains(name) else { throw Refusal(.contract, "expected each column once, found '\(text)' twice") }
      names.append(name)
    }
    self.names = names
  }

  /// The event that a row tells, as JSON. An empty field is left out.
  func event(_ line: [UInt8]) throws(Refusal) -> [UInt8] {
    guard let fields = CSVRow.fields(line) else {
      throw Refusal(.unreadable, "expected quotes around a whole field, and those in it doubled, found another")
    }
    guard fields.count == names.count else {
      throw Refusal(.unreadable, "expected \(names.count) fields as in the header, found \(fields.count)")
    }
    let row = Dictionary(zip(names, fields), uniquingKeysWith: { first, _ in first }).filter { !$0.value.isEmpty }
    guard let json = try? CSVColumns.encoder.encode(CSVEvent(row, slip: try slip(row[.slip]))) else {
      throw Refusal(.unreadable, "expected text, found what can't be written as JSON")
    }
    return Array(json)
  }

  private func slip(_ text: String?) throws(Refusal) -> Bool? {
    switch text {
    case nil: nil
    case "true": true
    case "false": false
    case let other?: throw Refusal(.contract, "data.slip: expected true or false, found '\(other)'")
    }
  }

  private static let encoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}
