public import Dossiers

/// Figures as they were known at an instant, and what was recorded since.
public struct PastFigures: Sendable {
  let figures: [Indicator]
  let since: LaterRecords

  /// Figures, and what was recorded since and bears on their period.
  public init(figures: [Indicator], since: LaterRecords) {
    self.figures = figures
    self.since = since
  }
}

/// Makes the figures of a scope by what was recorded when it was known, and says after each portion how many events it
/// has folded; what that throws ends it.
public typealias PastMaker =
  @Sendable (
    _ scope: FigureScope, _ now: Instant, _ portion: @escaping @Sendable (Int) throws -> Void
  ) async throws -> PastFigures
