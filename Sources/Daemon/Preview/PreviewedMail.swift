/// A mail to be looked at, which nobody is sent.
public struct PreviewedMail: Sendable {
  /// One line of text.
  public let subject: String
  /// The plain text.
  public let text: String
  /// The same in HTML.
  public let html: String
  /// The whole message, as it would go to the server.
  public let message: [UInt8]
  /// The files that go with it, by name.
  public let attachments: [(name: String, bytes: [UInt8])]
}
