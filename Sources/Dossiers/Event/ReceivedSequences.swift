/// Which numbers of a device's counter were heard: all from the first to the last, but for the holes.
///
/// A jump by more than ``longestHole`` is no hole but another counter, as of a device that was replaced.
public struct ReceivedSequences: Sendable, Hashable {
  /// The most numbers that may be missing in a row.
  public static let longestHole: UInt64 = 1000
  /// The most holes that are kept; the oldest numbers are given up first.
  public static let mostHoles = 64

  /// Numbers that were passed over.
  public struct Hole: Sendable, Hashable, Codable {
    /// The first of them.
    public let first: UInt64
    /// The last of them.
    public let last: UInt64
    /// When it was noticed.
    public let since: Instant
  }

  /// The least number heard.
  public private(set) var first: UInt64
  /// The greatest number heard, or heard of.
  public private(set) var last: UInt64
  /// What is missing between the two, in order.
  public private(set) var holes: [Hole] = []

  /// A counter as it was kept.
  public init(first: UInt64, last: UInt64, holes: [Hole]) {
    self.first = first
    self.last = last
    self.holes = holes
  }

  /// The counter of a device whose first event that was ever heard has this number.
  public init(_ number: UInt64) {
    first = number
    last = number
  }

  /// Takes the number of an event heard at `now`.
  public mutating func hear(_ number: UInt64, at now: Instant) {
    if last < .max, number == last + 1 {
      last = number
    } else if number > last {
      reach(number, missingUpTo: number - 1, at: now)
    } else if number >= first {
      fill(number)
    } else if first - number <= ReceivedSequences.longestHole {
      if number + 1 < first { holes.insert(Hole(first: number + 1, last: first - 1, since: now), at: 0) }
      first = number
      giveUpOldest()
    } else {
      self = ReceivedSequences(number)
    }
  }

  /// Takes it from the device, at `now`, that its last event had this number.
  public mutating func hearOf(last number: UInt64, at now: Instant) {
    if number > last { reach(number, missingUpTo: number, at: now) }
  }

  /// Gives up what is missing since before `instant`.
  public mutating func giveUp(before instant: Instant) { holes.removeAll { $0.since < instant } }

  private mutating func reach(_ number: UInt64, missingUpTo missing: UInt64, at now: Instant) {
    guard number - last <= ReceivedSequences.longestHole else {
      self = ReceivedSequences(number)
      return
    }
    holes.append(Hole(first: last + 1, last: missing, since: now))
    last = number
    giveUpOldest()
  }

  private mutating func fill(_ number: UInt64) {
    guard let place = holes.firstIndex(where: { $0.first <= number && number <= $0.last }) else { return }
    let hole = holes.remove(at: place)
    if number < hole.last { holes.insert(Hole(first: number + 1, last: hole.last, since: hole.since), at: place) }
    if hole.first < number { holes.insert(Hole(first: hole.first, last: number - 1, since: hole.since), at: place) }
  }

  private mutating func giveUpOldest() {
    if holes.count > ReceivedSequences.mostHoles { holes.removeFirst() }
  }
}
