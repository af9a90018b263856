/// What a template made of values: the parts of a mail that people read.
public struct RenderedMail: Sendable, Hashable {
  /// One line of text.
  public let subject: String
  /// The plain text.
  public let text: String
  /// The same in HTML.
  public let html: String
}
