/// The kinds of term that are watched, by the names that outsiders see.
public enum ClockKind: String, Sendable, Hashable, CaseIterable, Comparable, Codable, CodingKeyRepresentable {
  /// From the citizen's post office to the agency.
  case collect
  /// From the agency to the first try at the citizen's.
  case `return`
  /// From one failed attempt to the next.
  case invite
  /// From one scan on the way to the next.
  case move
  /// A stay at one place.
  case hold
  /// The agency's statutory time.
  case process
  /// The time in which the agency may ask for missing papers.
  case askSupplement = "ask-supplement"
  /// The citizen's time to bring missing papers.
  case supplement
  /// Another body's time to give its opinion.
  case consult
  /// Until the day that the citizen was promised.
  case promise
  /// From the decision until the result is handed to the post.
  case postResult = "post-result"

  /// By name.
  public static func < (lhs: ClockKind, rhs: ClockKind) -> Bool { lhs.rawValue < rhs.rawValue }

  /// Whether it runs on a shipment, or else on a dossier.
  public var isOfShipment: Bool {
    switch self {
    case .collect, .return, .invite, .move, .hold: true
    case .process, .askSupplement, .supplement, .consult, .promise, .postResult: false
    }
  }

  /// The moments that can be said of what the clock runs on.
  public var vocabulary: Moments { isOfShipment ? .ofShipment : .ofDossier }
}
