public import Dossiers

/// The counts of some dossiers that went through the post, and where to go on.
public struct PostedPortion: Sendable {
  /// What was counted; several portions may have the same agency, procedure and month.
  public let counts: [PostedCount]
  /// Where to go on; nil at the end.
  public let next: PostedCursor?

  /// A portion of these parts.
  public init(counts: [PostedCount], next: PostedCursor?) {
    self.counts = counts
    self.next = next
  }
}

/// How far a count of dossiers has come.
public struct PostedCursor: Sendable, Hashable {
  let key: Int64

  /// The beginning.
  public static let start = PostedCursor(key: .min)
}

extension DossierStore {
  /// Counts the dossiers received from one month through another that came in or went out by post, a portion a
  /// transaction, so that a count of years keeps nobody waiting.
  public func posted(
    from first: CalendarMonth, through last: CalendarMonth, portion: Int = 10_000
  ) async throws(StoreError) -> [PostedCount] {
    var sums = PostedSums()
    var cursor: PostedCursor? = .start
    while let from = cursor {
      let counted = try await posted(from: first, through: last, after: from, limit: portion)
      for count in counted.counts { sums.add(count) }
      cursor = counted.next
    }
    return sums.counts
  }
}

/// Adds counts of the same agency, procedure and month.
struct PostedSums {
  private struct Key: Hashable {
    let agency: AgencyCode
    let procedure: ProcedureCode?
    let month: CalendarMonth
  }

  private var sums: [Key: PostedCount] = [:]

  mutating func add(_ count: PostedCount) {
    let key = Key(agency: count.agency, procedure: count.procedure, month: count.month)
    guard var sum = sums[key] else {
      sums[key] = count
      return
    }
    sum.collected += count.collected
    sum.returned += count.returned
    sum.posted += count.posted
    sums[key] = sum
  }

  var counts: [PostedCount] {
    sums.values.sorted {
      ($0.month, $0.agency, $0.procedure?.text ?? "") < ($1.month, $1.agency, $1.procedure?.text ?? "")
    }
  }
}
