/// Who tells an event: a scanner of a post office, a desk of an agency, or an operator.
public struct EventSource: Sendable, Hashable, Comparable {
  /// The kinds of source that the contract knows.
  public enum Party: Sendable, Hashable {
    /// `/postoffices/<office>/scanners/<device>`
    case scanner(OfficeCode, device: String)
    /// `/agencies/<agency>/desks/<desk>`
    case desk(AgencyCode, desk: String)
    /// `/operators/<login>`, never from the queue.
    case `operator`(login: String)
  }

  /// The source as the CloudEvent gives it.
  public let text: String
  /// The same, read.
  public let party: Party

  /// The source that `text` names, or nil where it has none of the three forms.
  ///
  /// Devices, desks and logins are 1 to 64 letters, digits, `.`, `_` or `-`.
  public init?(_ text: String) {
    var text = text
    guard let source = text.withUTF8({ EventSource(utf8: $0) }) else { return nil }
    self = source
  }

  init?(utf8 bytes: UTF8Bytes) {
    guard let party = Party(utf8: bytes) else { return nil }
    self.party = party
    text = bytes.text
  }

  /// The office, where the source is a scanner.
  public var office: OfficeCode? {
    if case .scanner(let office, _) = party { office } else { nil }
  }

  /// The agency, where the source is a desk.
  public var agency: AgencyCode? {
    if case .desk(let agency, _) = party { agency } else { nil }
  }

  /// Whether the source is an operator.
  public var isOperator: Bool {
    if case .operator = party { true } else { false }
  }

  /// Whether this source may void what `other` told: any device of the same office, any desk of the same agency,
  /// and every operator may.
  public func mayVoid(_ other: EventSource) -> Bool {
    switch (party, other.party) {
    case (.operator, _): true
    case (.scanner(let mine, _), .scanner(let theirs, _)): mine == theirs
    case (.desk(let mine, _), .desk(let theirs, _)): mine == theirs
    default: false
    }
  }

  /// By the text's bytes.
  public static func < (lhs: EventSource, rhs: EventSource) -> Bool { lhs.text < rhs.text }

  /// Equal where the texts are.
  public static func == (lhs: EventSource, rhs: EventSource) -> Bool { lhs.text == rhs.text }

  /// Hashes the text, which says all.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension EventSource.Party {
  fileprivate init?(utf8 bytes: UTF8Bytes) {
    if let rest = bytes.dropping("/postoffices/") {
      guard let (office, device) = Self.halves(rest, "scanners/"), let office = OfficeCode(utf8: office)
      else { return nil }
      self = .scanner(office, device: device)
    } else if let rest = bytes.dropping("/agencies/") {
      guard let (agency, desk) = Self.halves(rest, "desks/"), let agency = AgencyCode(utf8: agency) else { return nil }
      self = .desk(agency, desk: desk)
    } else if let login = bytes.dropping("/operators/") {
      guard Self.isName(login) else { return nil }
      self = .operator(login: login.text)
    } else {
      return nil
    }
  }

  /// The code before `/` and the name behind `/` and `kind`.
  private static func halves(_ bytes: UTF8Bytes, _ kind: StaticString) -> (code: UTF8Bytes, name: String)? {
    guard let (code, rest) = bytes.cut(at: UInt8(ascii: "/")), let name = rest.dropping(kind), isName(name)
    else { return nil }
    return (code, name.text)
  }

  private static func isName(_ bytes: UTF8Bytes) -> Bool {
    (1...64).contains(bytes.count) && bytes.allSatisfy { $0.isDigit || $0.isUpper || $0.isLower || isMark($0) }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
