/// One figure: what is counted, of how many, and what it comes to.
public struct Indicator: Sendable, Hashable {
  /// Which figure.
  public let kind: IndicatorKind
  /// Of what part of the scope.
  public let subject: Subject
  /// What is counted; nil for a figure that is no share, such as a median.
  public let numerator: Int?
  /// Of how many.
  public let denominator: Int
  /// What it comes to, in the unit of its kind; nil where there is nothing to judge.
  public let value: Double?

  /// A figure of these parts.
  public init(_ kind: IndicatorKind, _ subject: Subject, numerator: Int?, denominator: Int, value: Double?) {
    self.kind = kind
    self.subject = subject
    self.numerator = numerator
    self.denominator = denominator
    self.value = value
  }

  /// A share of `numerator` in `denominator`; without a value where there is nothing.
  init(_ kind: IndicatorKind, _ subject: Subject, _ numerator: Int, of denominator: Int) {
    self.init(
      kind, subject, numerator: numerator, denominator: denominator,
      value: denominator > 0 ? kind.unit.scale * Double(numerator) / Double(denominator) : nil)
  }

  /// What a figure is about.
  public enum Subject: Sendable, Hashable {
    /// The whole scope.
    case all
    /// One part of the way.
    case part(Outcome.Part)
    /// All that one party answers for.
    case party(Outcome.Party)
    /// One agency's processing.
    case agency(AgencyCode)
    /// The legs over one class of way.
    case route(RouteClass)
    /// One post office.
    case office(OfficeCode)

    /// The kind of subject, by the name that programs read.
    public var kind: String {
      switch self {
      case .all: "all"
      case .part: "part"
      case .party: "party"
      case .agency: "agency"
      case .route: "route"
      case .office: "office"
      }
    }

    /// Which one; nil for all.
    public var code: String? {
      switch self {
      case .all: nil
      case .part(let part): part.rawValue
      case .party(let party): party.rawValue
      case .agency(let agency): agency.text
      case .route(let route): route.rawValue
      case .office(let office): office.text
      }
    }
  }
}

extension Indicator: Encodable {
  private enum Keys: CodingKey {
    case id, word, subject, code, unit, numerator, denominator, value
  }

  /// Writes the figure with every member present, `null` where there is nothing to say.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(kind.rawValue, forKey: .id)
    try container.encode(kind.word.rawValue, forKey: .word)
    try container.encode(subject.kind, forKey: .subject)
    try container.encode(subject.code, forKey: .code)
    try container.encode(kind.unit.rawValue, forKey: .unit)
    try container.encode(numerator, forKey: .numerator)
    try container.encode(denominator, forKey: .denominator)
    try container.encode(value, forKey: .value)
  }
}
