/// How a publisher paces itself.
public struct PublisherOptions: Sendable, Hashable {
  /// The most messages under way without a confirm.
  public var window: Int
  /// How long ``Publisher/publish(_:)`` may take, with the time to connect.
  public var deadline: Duration

  /// Options with the defaults.
  ///
  /// - Parameters:
  ///   - window: The most messages under way without a confirm.
  ///   - deadline: How long publishing may take.
  public init(window: Int = 1_000, deadline: Duration = .seconds(30)) {
    self.window = window
    self.deadline = deadline
  }

  func check() throws(BrokerError) {
    guard window >= 1 else { throw .invalidOption(name: "window", reason: "\(window); expected 1 or more") }
    guard deadline > .zero else { throw .invalidOption(name: "deadline", reason: "\(deadline); expected more than 0") }
  }
}
