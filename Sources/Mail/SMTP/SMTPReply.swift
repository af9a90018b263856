/// What a mail server answered.
public struct SMTPReply: Sendable, Hashable {
  /// The reply code, such as 250.
  public let code: Int
  /// What stands after the code, its lines joined by blanks and its control characters taken out.
  public let text: String
}
