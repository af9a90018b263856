/// A moment of a shipment's or dossier's life, with what the clocks that it starts must know.
public struct Occurrence: Sendable, Hashable {
  /// What happened.
  public let moment: Moment
  /// When.
  public let time: Instant
  /// The date that came with it.
  public let date: LocalDate?
  /// Which of several letters it is about; nil for all.
  public let reference: String?
  /// The reason of a stay.
  public let reason: Reason?

  /// An occurrence of these parts.
  public init(
    _ moment: Moment, at time: Instant, date: LocalDate? = nil, reference: String? = nil, reason: Reason? = nil
  ) {
    self.moment = moment
    self.time = time
    self.date = date
    self.reference = reference
    self.reason = reason
  }

  func isAbout(_ other: String?) -> Bool {
    reference == nil || other == nil || reference == other
  }
}
