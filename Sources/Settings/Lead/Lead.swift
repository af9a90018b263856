/// Who is mailed: an office or a post, never a person.
public struct Lead: Sendable, Hashable, Codable {
  /// The language that comes first in its mails.
  public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    /// Vietnamese.
    case vietnamese = "vi"
    /// English.
    case english = "en"
  }

  /// The name of the office or post.
  public let name: String
  /// Its mail address.
  public let address: String
  /// The language that comes first.
  public let language: Language
  /// Who is absent, where this is the deputy.
  public var inPlaceOf: String?
}
