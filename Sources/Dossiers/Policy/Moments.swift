/// A set of moments.
public struct Moments: OptionSet, Sendable, Hashable {
  /// One bit a moment.
  public let rawValue: UInt32

  /// The set of these bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The set of these moments.
  public init(_ moments: Moment...) {
    self.init(of: moments)
  }

  /// The set of all of `moments`.
  public init(of moments: some Sequence<Moment>) {
    rawValue = moments.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  /// Whether `moment` is one of them.
  @inline(__always)
  public func has(_ moment: Moment) -> Bool { rawValue & 1 << UInt32(moment.rawValue) != 0 }

  /// The moments, in the order of `Moment`.
  public var all: [Moment] { Moment.allCases.filter(has) }

  /// The moments after which a shipment or dossier has nothing more to come.
  static let lasting = Moments(.delivered, .handedBack, .withdrawn, .decided, .givenUp, .resultPosted)
  /// What can be said of a shipment.
  public static let ofShipment = Moments(
    .accepted, .moved, .held, .heldWithExcuse, .released, .attempted, .declined, .told, .sentBack, .delivered,
    .handedBack, .withdrawn, .dateTold, .closed, .reopened)
  /// What can be said of a dossier.
  public static let ofDossier = Moments(
    .closed, .reopened, .lodged, .supplementRequested, .supplementComplete, .consulted, .answered, .promised,
    .rescheduled, .decided, .givenUp, .resultPosted)
}

extension Moments: Codable {
  /// Reads a list of words.
  /// - Throws: `DecodingError` where one of them names no moment.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self.init(
      of: try container.decode([String].self).map { name in
        guard let moment = Moment(name: name) else {
          throw DecodingError.dataCorruptedError(
            in: container, debugDescription: "expected \(Moment.names.expectation), found '\(name)'")
        }
        return moment
      })
  }

  /// Writes the words, always in one order.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(all.map(\.name))
  }
}
