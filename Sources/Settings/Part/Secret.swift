/// A text that is never printed: a password, or an address that holds one.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The text itself, for the one place that needs it.
  public let revealed: String

  /// A secret of this text.
  public init(_ text: String) {
    revealed = text
  }

  /// Three asterisks.
  public var description: String { "***" }

  /// Three asterisks.
  public var debugDescription: String { "***" }

  /// Nothing to look into, so that no dump shows the text.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
