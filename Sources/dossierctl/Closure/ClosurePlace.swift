import ArgumentParser
import Dossiers

/// A place as it is typed: `office:991100`, `agency:X99.101`, `district:101`, or two of them with a comma between: the
/// way from one to the other.
enum ClosurePlace {
  static let expectation = "office:991100, agency:X99.101, district:101, or two of them with a comma between"

  static func read(_ text: String) throws -> Closure.Place {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { single($0) }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let place?, _): return place
    case (2, let one?, let other?): return .pair(one, other)
    default: throw ValidationError("Expected \(expectation).")
    }
  }

  static func text(_ place: Closure.Place) -> String {
    switch place {
    case .office(let code): "office:\(code)"
    case .agency(let code): "agency:\(code)"
    case .district(let code): "district:\(code)"
    case .pair(let one, let other): "\(text(one)),\(text(other))"
    }
  }

  private static func single(_ text: Substring) -> Closure.Place? {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "office": return OfficeCode(parts[1]).map { .office($0) }
    case "agency": return AgencyCode(parts[1]).map { .agency($0) }
    case "district": return parts[1].utf8.count == 3 && Int(parts[1]) != nil ? .district(parts[1]) : nil
    default: return nil
    }
  }
}
