/// A share of a whole in hundredths of a per cent, so that a boundary is met exactly or not at all.
public struct Share: Sendable, Hashable, Comparable {
  /// The parts of a whole.
  public static let whole = 10_000

  /// Parts of ten thousand.
  public let parts: Int

  /// A share of so many parts of ten thousand; nil where there is no such share.
  public init?(parts: Int) {
    guard (0...Share.whole).contains(parts) else { return nil }
    self.parts = parts
  }

  /// The share that `text` names in per cent, with two decimals at most, such as `70` or `72.5`; or nil.
  public init?(percent text: String) {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = pieces.first, (1...3).contains(whole.utf8.count), pieces.count <= 2 else { return nil }
    let decimals = pieces.count == 2 ? pieces[1] : "0"
    guard (1...2).contains(decimals.utf8.count), (whole + decimals).utf8.allSatisfy({ (48...57).contains($0) }),
      let percents = Int(whole), let rest = Int(decimals)
    else { return nil }
    self.init(parts: percents * 100 + (decimals.utf8.count == 1 ? rest * 10 : rest))
  }

  /// The share that `part` is of `whole`, rounded down so that nothing looks reached before it is; nil where there is no
  /// whole, and all of it where the part is larger.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0, part >= 0 else { return nil }
    self.init(parts: part >= whole ? Share.whole : part * Share.whole / whole)
  }

  /// Smaller shares come first.
  public static func < (lhs: Share, rhs: Share) -> Bool { lhs.parts < rhs.parts }

  /// The share as Vietnamese readers write it, rounded down to a tenth: `72,5%`.
  public var vietnamese: String { words(",") }

  /// The share as English readers write it, rounded down to a tenth: `72.5%`.
  public var english: String { words(".") }

  private func words(_ point: String) -> String {
    let tenths = parts / 10
    return (tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(point)\(tenths % 10)") + "%"
  }
}
