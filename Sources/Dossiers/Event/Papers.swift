/// What papers a shipment carries.
public enum Papers: UInt8, Sendable, Hashable, CaseIterable {
  /// A dossier handed in.
  case dossier
  /// Papers that complete a dossier.
  case supplement
  /// The appointment slip, back to the citizen.
  case slip
  /// The agency's request to complete a dossier.
  case supplementRequest
  /// The result.
  case result
  /// A refusal, which is also an end.
  case refusal
  /// The citizen's own papers, given back.
  case papersBack

  /// The name in the contract.
  public var name: String {
    switch self {
    case .supplementRequest: "supplement-request"
    case .papersBack: "papers-back"
    default: "\(self)"
    }
  }

  /// The papers of this name in the contract, or nil.
  public init?(name: String) {
    guard let found = Papers.names.word(name) else { return nil }
    self = found
  }

  static let names = Vocabulary(allCases, name: \.name)

  /// The way the papers go.
  public var leg: Leg {
    switch self {
    case .dossier, .supplement: .collection
    case .slip, .supplementRequest, .result, .refusal, .papersBack: .return
    }
  }
}

/// The way of a shipment.
public enum Leg: String, Sendable, Hashable, CaseIterable, Codable {
  /// Citizen to agency.
  case collection
  /// Agency to citizen.
  case `return`
}
