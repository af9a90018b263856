/// What an operator asks of the running daemon, one line of JSON over the local socket.
public struct ControlRequest: Sendable, Hashable, Codable {
  /// The things that can be asked.
  public enum Verb: String, Sendable, Hashable, Codable {
    /// Try a parked message again.
    case replayParked = "parked.replay"
    /// Throw a parked message away.
    case discardParked = "parked.discard"
  }

  /// What to do.
  public let verb: Verb
  /// With which parked message.
  public let number: Int64

  /// A request to do this.
  public init(_ verb: Verb, _ number: Int64) {
    self.verb = verb
    self.number = number
  }
}

/// What the daemon answers.
public struct ControlReply: Sendable, Hashable, Codable {
  /// Whether it was done.
  public let isDone: Bool
  /// What was done, or why not, in a sentence.
  public let message: String

  /// An answer.
  public init(isDone: Bool, message: String) {
    self.isDone = isDone
    self.message = message
  }
}
