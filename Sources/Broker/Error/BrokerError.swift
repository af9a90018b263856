/// What can go wrong between here and the broker.
///
/// Every case says in ``description`` what was found and what to do about it; none carries a password.
public enum BrokerError: Error, Sendable, Hashable {
  /// A thing that the broker holds, by its kind and name.
  public enum Thing: Sendable, Hashable {
    /// A queue.
    case queue(String)
    /// An exchange.
    case exchange(String)
    /// A binding of a queue to an exchange by a key.
    case binding(queue: String, exchange: String, key: String)
  }

  /// The address can't be used.
  case invalidAddress(reason: String)
  /// A setting can't be used.
  case invalidOption(name: String, reason: String)
  /// Nothing answered at the address.
  case unreachable(endpoint: String, reason: String)
  /// The encrypted link could not be set up.
  case tls(endpoint: String, reason: String)
  /// The broker refused the user or the vhost.
  case loginRefused(user: String, vhost: String, code: Int, text: String)
  /// Something that must be there isn't.
  case missing(Thing, text: String)
  /// Something is there with other properties or arguments.
  case differs(Thing, text: String)
  /// The user lacks a permission.
  case forbidden(Thing?, text: String)
  /// The broker closed the channel or the connection for another reason.
  case closedByBroker(code: Int, text: String)
  /// The broker ended the consumer of a queue.
  case consumerCancelled(queue: String)
  /// Nothing came from the broker for two heartbeats.
  case heartbeatLost(seconds: Int)
  /// The link tore.
  case linkLost(reason: String)
  /// The broker did not answer in time.
  case timedOut(waitingFor: String, after: Duration)
  /// The broker takes no messages because it lacks memory or disk.
  case blocked(reason: String)
  /// A message can't be sent as it is.
  case unsendable(reason: String)
  /// The broker said something that doesn't fit the protocol.
  case protocolViolated(reason: String)
  /// The receiver gave a batch back.
  case released
  /// The consumer or publisher was stopped.
  case stopped
  /// The operating system refused something.
  case system(call: String, reason: String)
}

extension BrokerError.Thing: CustomStringConvertible {
  /// Kind and name, in words.
  public var description: String {
    switch self {
    case .queue(let name): "the queue \"\(name)\""
    case .exchange(let name): "the exchange \"\(name)\""
    case .binding(let queue, let exchange, let key):
      "the binding of queue \"\(queue)\" to exchange \"\(exchange)\" by the key \"\(key)\""
    }
  }
}
