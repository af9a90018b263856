public import Dossiers

/// An event as the broker would hand it to intake.
public struct SimulatedMessage: Sendable, Hashable {
  /// What is told.
  public let event: Event
  /// When intake would hear it.
  public let arrival: Instant
  /// The AMQP routing key: `postoffice.<office>` or `agency.<agency>`.
  public let routingKey: String

  /// A message of these parts.
  public init(event: Event, arrival: Instant, routingKey: String) {
    self.event = event
    self.arrival = arrival
    self.routingKey = routingKey
  }
}
