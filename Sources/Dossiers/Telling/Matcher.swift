/// A condition on one label.
public struct Matcher: Sendable, Hashable, Codable {
  /// The label that it looks at.
  public let label: AlertLabels.Name
  /// The values that fit; one that ends in `*` fits all that begin as it does.
  public let values: [String]
  /// Whether it asks that none of the values fits.
  public let isNegated: Bool

  /// A condition that a value of `label` is one of `values`, or, negated, that none is.
  public init(_ label: AlertLabels.Name, _ values: [String], isNegated: Bool = false) {
    self.label = label
    self.values = values
    self.isNegated = isNegated
  }

  /// Whether the labels meet the condition; an absent label has no value that fits.
  public func matches(_ labels: AlertLabels) -> Bool {
    labels[label].contains { value in values.contains { Matcher.fits(value, $0) } } != isNegated
  }

  private static func fits(_ value: String, _ pattern: String) -> Bool {
    pattern.hasSuffix("*") ? value.hasPrefix(pattern.dropLast()) : value == pattern
  }
}

extension Matcher: CustomStringConvertible {
  /// The condition as it is typed: `agency=X99.101,X99.102` or `kind!=warning`.
  public var description: String { "\(label.rawValue)\(isNegated ? "!=" : "=")\(values.joined(separator: ","))" }
}
