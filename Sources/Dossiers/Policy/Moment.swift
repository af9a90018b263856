/// Something in the life of a shipment or dossier at which a clock may start, pause, go on or end: the words of the
/// policy file.
public enum Moment: UInt8, Sendable, Hashable, CaseIterable {
  /// The post took the envelope.
  case accepted
  /// A scan on the way: left, reached or redirected, or with the postman.
  case moved
  /// A stay at a place began.
  case held
  /// A stay began for one of the policy's pausing reasons.
  case heldWithExcuse
  /// The next scan ended a stay.
  case released
  /// A failed attempt at the addressee, who may take it another time.
  case attempted
  /// A failed attempt at an addressee who refused, or whom nobody knows.
  case declined
  /// It waits at the counter and the citizen was told to come.
  case told
  /// Sent back.
  case sentBack
  /// In the addressee's hands.
  case delivered
  /// Back in the sender's hands.
  case handedBack
  /// Withdrawn by the accepting office.
  case withdrawn
  /// The citizen knows the appointment: by the agency's word, or by the slip in hand.
  case dateTold
  /// A closure of the place, the agency or the way began.
  case closed
  /// The closure ended.
  case reopened
  /// The handover record was signed (Decision 45/2016/QĐ-TTg art. 7(4)).
  case lodged
  /// Papers are missing and were asked for.
  case supplementRequested
  /// The missing papers are there, by the earlier of note and delivery.
  case supplementComplete
  /// Another body was asked for its opinion.
  case consulted
  /// That body answered.
  case answered
  /// The citizen was given a date, the first one or another one.
  case promised
  /// The letter of apology went out, with a new date.
  case rescheduled
  /// Decided, for or against.
  case decided
  /// The citizen gave up.
  case givenUp
  /// The result was handed to the post.
  case resultPosted

  /// The word in the policy file.
  public var name: String {
    "\(self)".reduce(into: "") { name, letter in
      if letter.isUppercase { name += "-" }
      name += letter.lowercased()
    }
  }

  /// The moment of this word in the policy file, or nil.
  public init?(name: String) {
    guard let found = Moment.names.word(name) else { return nil }
    self = found
  }

  static let names = Vocabulary(allCases, name: \.name)

  /// For a moment at which a pause ends: the one at which it began.
  var opener: Moment? {
    switch self {
    case .released: .heldWithExcuse
    case .reopened: .closed
    case .supplementComplete: .supplementRequested
    case .answered: .consulted
    default: nil
    }
  }
}
