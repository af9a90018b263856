public import Dossiers

/// Whatever the quality figures can be read from: a store as it is, or as it was known on a day.
public protocol FigureSource: Sendable {
  /// The figures of each of `scopes` over the next `limit` shipments, dossiers, events or parked messages from `cursor`
  /// on, and where to go on.
  ///
  /// Portions that follow one another merge into the whole. What changes between two of them is counted as it was when
  /// it was looked at.
  func figures(of scopes: [FigureScope], from cursor: FigureCursor, limit: Int) async throws(StoreError)
    -> FigurePortion
}

extension FigureSource {
  /// The figures of each of `scopes`, read `limit` at a time so that others get their turn in between; `pause` is called
  /// after each portion, and ends it by an error.
  public func figures(
    of scopes: [FigureScope], limit: Int = 1_000, pause: @Sendable () throws -> Void = {}
  ) async throws(StoreError) -> [QualityFigures] {
    var whole: [QualityFigures] = []
    var cursor: FigureCursor? = .start
    while let from = cursor {
      let portion = try await figures(of: scopes, from: from, limit: limit)
      if whole.isEmpty {
        whole = portion.figures
      } else {
        for place in whole.indices { whole[place].merge(portion.figures[place]) }
      }
      cursor = portion.next
      do { try pause() } catch { throw .failed(why: "\(error)") }
    }
    return whole
  }
}

/// A part of the figures.
public struct FigurePortion: Sendable {
  /// The figures of what was looked at, in the order of the scopes asked for.
  public let figures: [QualityFigures]
  /// Where to go on; nil at the end.
  public let next: FigureCursor?

  /// A portion of these parts.
  public init(figures: [QualityFigures], next: FigureCursor?) {
    self.figures = figures
    self.next = next
  }
}

/// How far the reading of figures has come.
public struct FigureCursor: Sendable, Hashable {
  enum Stage: Sendable, Hashable {
    case items
    case dossiers
    case log
    case parked
  }

  let stage: Stage
  let after: Int64

  /// The beginning.
  public static let start = FigureCursor(stage: .items, after: .min)

  /// The beginning of what the log and the parked messages say by themselves, behind all shipments and dossiers.
  public static let log = FigureCursor(stage: .dossiers, after: .max)
}
