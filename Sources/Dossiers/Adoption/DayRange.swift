/// Days from a first to a last one, each of them open where it is nil.
public struct DayRange: Sendable, Hashable {
  /// The first day; nil for ever since.
  public let first: LocalDate?
  /// The last day, which still belongs to it; nil for ever on.
  public let last: LocalDate?

  /// All days from `first` to `last`.
  public init(_ first: LocalDate? = nil, _ last: LocalDate? = nil) {
    self.first = first
    self.last = last
  }

  /// Whether `day` is one of them.
  public func contains(_ day: LocalDate) -> Bool {
    first.map { $0 <= day } ?? true && last.map { day <= $0 } ?? true
  }

  /// Whether the two have a day in common.
  public func overlaps(_ other: DayRange) -> Bool {
    let start = [first, other.first].compactMap(\.self).max()
    let end = [last, other.last].compactMap(\.self).min()
    guard let start, let end else { return true }
    return start <= end
  }
}
