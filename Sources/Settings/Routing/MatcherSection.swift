import Dossiers

/// The conditions of a route: under `match` each label must have one of its values, under `not` none of them.
enum MatcherSection {
  static func read(_ section: Section, _ surroundings: RoutingFile.Surroundings) -> [Matcher] {
    section.section("match") { conditions($0, surroundings, isNegated: false) }
      + section.section("not") { conditions($0, surroundings, isNegated: true) }
  }

  private static func conditions(
    _ section: Section, _ surroundings: RoutingFile.Surroundings, isNegated: Bool
  ) -> [Matcher] {
    section.keys.compactMap { key in
      let written = section.some(key.text) ?? []
      guard let label = key.choice(AlertLabels.Name.self) else { return nil }
      let values = written.compactMap { $0.value(of: label, surroundings) }
      return values.isEmpty ? nil : Matcher(label, values, isNegated: isNegated)
    }
  }
}

extension Written {
  /// A value that the label can have, or with `*` at the end the beginning of one.
  fileprivate func value(of label: AlertLabels.Name, _ surroundings: RoutingFile.Surroundings) -> String? {
    let registry = surroundings.registry
    let codes = surroundings.codes
    switch label {
    case .kind: return value(among: AlertLabels.kinds)
    case .severity: return value(among: AlertLabels.Severity.allCases.map(\.rawValue))
    case .clock: return value(among: ClockKind.allCases.map(\.rawValue))
    case .level: return value(among: Agency.Level.allCases.map(\.rawValue))
    case .agency: return value(among: codes.agencies.map(\.text), "an agency of agencies.csv")
    case .procedure: return value(among: codes.procedures.map(\.text), "a procedure of procedures.csv")
    case .district: return value(among: Array(registry.districts.keys), "a district of districts.csv")
    case .office: return value(among: registry.offices.keys.map(\.text), "a post office of post-offices.csv")
    case .dossier: return words("a dossier's code")
    case .item: return words("an item's number")
    }
  }

  private func value(among known: [String], _ what: String? = nil) -> String? {
    let isKnown = text.hasSuffix("*") ? known.contains { $0.hasPrefix(text.dropLast()) } : known.contains(text)
    // Where the table itself could not be read, its own mistake is enough.
    if isKnown || known.isEmpty { return text }
    refuse(
      what ?? "one of \(known.joined(separator: ", "))",
      advice: what == nil
        ? Nearest.advice(for: text, among: known) : "correct the code, or write the beginning of several with *")
    return nil
  }
}
