/// Reads events of the contract from structured CloudEvents JSON.
///
/// Checks all that a body and its source can show by themselves. Whether offices, agencies and procedures exist, how
/// old the event is, and who may send what by which way is the business of others.
public struct EventDecoder: Sendable {
  /// The bounds on what is read at all.
  public struct Limits: Sendable, Hashable {
    /// The longest body, in bytes.
    public var bytes = 262_144
    /// The deepest nesting of objects and arrays.
    public var depth = 64
    /// The most members of one object.
    public var members = 1_000
    /// The most dossiers in one envelope.
    public var dossiers = 100

    /// The limits of the contract.
    public init() {}
  }

  let limits: Limits
  let domestic: [DomesticForm]

  /// A decoder that also takes items of the `domestic` forms.
  public init(limits: Limits = Limits(), domestic: [DomesticForm] = []) {
    self.limits = limits
    self.domestic = domestic
  }

  /// The event that `body` tells.
  /// - Throws: `ContractError`, which says where the body is not as the contract has it.
  public func decode(_ body: UnsafeBufferPointer<UInt8>) throws(ContractError) -> Event {
    try JSONParser.parse(body, limits) { document throws(ContractError) in try event(document.root) }
  }

  /// The event that `body` tells.
  /// - Throws: `ContractError`, which says where the body is not as the contract has it.
  public func decode(_ body: [UInt8]) throws(ContractError) -> Event {
    try body.withUnsafeBufferPointer { bytes throws(ContractError) in try decode(bytes) }
  }

  /// The event that `body` tells.
  /// - Throws: `ContractError`, which says where the body is not as the contract has it.
  public func decode(_ body: Swift.Span<UInt8>) throws(ContractError) -> Event {
    try body.withUnsafeBufferPointer { bytes throws(ContractError) in try decode(bytes) }
  }
}
