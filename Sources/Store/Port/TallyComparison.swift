/// What became of a look at the hand-over lists of offices.
public struct TallyComparison: Sendable, Hashable {
  /// Whether an alert was raised or is over.
  public let isNews: Bool
  /// Whether the log was read as far as the comparison needs; else the next look goes on with it.
  public let isDone: Bool

  /// A comparison that came to this.
  public init(isNews: Bool, isDone: Bool) {
    self.isNews = isNews
    self.isDone = isDone
  }
}
