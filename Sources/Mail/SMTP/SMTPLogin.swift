/// A user and a password; printed, the password is left out.
public struct SMTPLogin: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// The user.
  public let user: String
  let password: String

  /// The login of `user` with `password`.
  public init(user: String, password: String) {
    self.user = user
    self.password = password
  }

  /// The user.
  public var description: String { user }

  /// The user alone, so that no dump shows the password.
  public var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
