/// Why a message could not be taken, and in words what about it.
public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// The reasons, as they are counted and listed.
  public enum Reason: String, Sendable, Hashable, CaseIterable, Codable {
    /// No JSON, or JSON past the limits of size and depth.
    case unreadable
    /// JSON, but not what the contract says.
    case contract
    /// A CloudEvents type that this version does not know.
    case unknownType = "unknown-type"
    /// Not sent as `application/cloudevents+json`.
    case contentType = "content-type"
    /// A post office that the registry does not know.
    case unknownOffice = "unknown-office"
    /// An agency that the registry does not know.
    case unknownAgency = "unknown-agency"
    /// A district that the registry does not know.
    case unknownDistrict = "unknown-district"
    /// A procedure that the registry does not know.
    case unknownProcedure = "unknown-procedure"
    /// Further ahead of its recording than the bound.
    case early
    /// Older than the bound.
    case stale
    /// The broker does not vouch for the sender.
    case notVouched = "not-vouched"
    /// The sender may not say this.
    case notAllowed = "not-allowed"
    /// The identity of another event, with other content.
    case identityReused = "identity-reused"
    /// The broker gave up delivering it.
    case deadLetter = "dead-letter"
    /// It ended the process whenever it was tried.
    case crashed

    /// Whether a new registry may change the answer.
    public var dependsOnRegistry: Bool {
      switch self {
      case .unknownOffice, .unknownAgency, .unknownDistrict, .unknownProcedure: true
      default: false
      }
    }
  }

  /// Why.
  public let reason: Reason
  /// What was expected and what was found.
  public let detail: String
  /// When the answer will be another one by itself; nil where it will not.
  public let retry: Instant?

  /// A refusal of this kind.
  public init(_ reason: Reason, _ detail: String, retry: Instant? = nil) {
    self.reason = reason
    self.detail = detail
    self.retry = retry
  }

  /// The refusal of a body that is not an event of the contract.
  public init(_ error: ContractError) {
    switch error.kind {
    case .unreadable: reason = .unreadable
    case .contract: reason = .contract
    case .unknownType: reason = .unknownType
    }
    detail = error.description
    retry = nil
  }

  /// Reason and detail in one line.
  public var description: String { "\(reason.rawValue): \(detail)" }
}
