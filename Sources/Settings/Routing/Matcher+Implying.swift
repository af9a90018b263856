import Dossiers

extension [Matcher] {
  /// The conditions, with those on the severity that follow from the kind.
  var withSeverities: [Matcher] {
    self
      + compactMap { matcher in
        guard matcher.label == .kind, !matcher.isNegated else { return nil }
        let kinds = AlertLabels.kinds.filter { kind in matcher.values.contains { Matcher.covers($0, kind) } }
        return Matcher(.severity, kinds.map { AlertLabels.Severity(ofKind: $0).rawValue })
      }
  }

  /// Whether no alert can meet all of them.
  var contradictEachOther: Bool {
    indices.contains { first in self[..<first].contains { self[first].excludes($0) } }
  }

  /// Whether every alert that meets all of them meets all of `others`.
  func imply(_ others: [Matcher]) -> Bool {
    others.allSatisfy { other in contains { $0.implies(other) } }
  }
}

extension Matcher {
  /// Whether every alert that meets this condition meets `other`, as is plain from the two.
  fileprivate func implies(_ other: Matcher) -> Bool {
    guard label == other.label else { return false }
    switch (isNegated, other.isNegated) {
    case (false, false): return other.coversAll(of: values)
    case (true, true): return coversAll(of: other.values)
    case (false, true): return isApart(from: other)
    case (true, false): return false
    }
  }

  /// Whether no alert meets both, as is plain from the two.
  fileprivate func excludes(_ other: Matcher) -> Bool {
    guard label == other.label else { return false }
    switch (isNegated, other.isNegated) {
    case (false, false): return isApart(from: other)
    case (false, true): return other.coversAll(of: values)
    case (true, false): return coversAll(of: other.values)
    case (true, true): return false
    }
  }

  private func coversAll(of others: [String]) -> Bool {
    others.allSatisfy { other in values.contains { Matcher.covers($0, other) } }
  }

  /// Whether a value that fits one of the two never fits the other; an alert may have several dossiers and procedures.
  private func isApart(from other: Matcher) -> Bool {
    label != .dossier && label != .procedure
      && values.allSatisfy { value in
        other.values.allSatisfy { !Matcher.covers($0, value) && !Matcher.covers(value, $0) }
      }
  }

  /// Whether all that fits `other` fits `pattern`.
  fileprivate static func covers(_ pattern: String, _ other: String) -> Bool {
    guard pattern.hasSuffix("*") else { return pattern == other }
    return (other.hasSuffix("*") ? other.dropLast() : Substring(other)).hasPrefix(pattern.dropLast())
  }
}
