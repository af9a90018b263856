/// The topology and those who use it, as `rabbitmqctl import_definitions` takes them.
///
/// A sender may publish by its own routing key and nothing else: it reads no queue, makes none and deletes none. The
/// reader may take from the two queues and nothing else.
/// Source: RabbitMQ, "Access Control", topic authorisation; "Definitions".
public struct TopologyDefinitions: Encodable {
  /// One who publishes.
  public struct Sender: Sendable, Hashable {
    /// The broker's user, which it must also set as `user-id`.
    public let user: String
    /// The one routing key it may publish by.
    public let routingKey: String

    /// A sender of this name.
    public init(user: String, routingKey: String) {
      self.user = user
      self.routingKey = routingKey
    }
  }

  private let vhosts: [Vhost]
  private let users: [User]
  private let permissions: [Permission]
  private let topicPermissions: [TopicPermission]
  private let exchanges: [Exchange]
  private let queues: [Queue]
  private let bindings: [Binding]

  private enum CodingKeys: String, CodingKey {
    case vhosts, users, permissions, topicPermissions = "topic_permissions", exchanges, queues, bindings
  }

  /// The definitions of a topology.
  ///
  /// - Parameters:
  ///   - topology: The exchanges and queues.
  ///   - vhost: Where they are.
  ///   - reader: The daemon's user.
  ///   - senders: Those who publish.
  ///   - passwordHash: What the broker keeps of a user's password; empty for one who may not log in by password.
  /// - Throws: ``BrokerError/invalidOption(name:reason:)`` for a topology that would lose messages.
  public init(
    _ topology: Topology, vhost: String, reader: String, senders: [Sender], passwordHash: (String) -> String
  ) throws(BrokerError) {
    try topology.check()
    vhosts = [Vhost(name: vhost)]
    users = ([reader] + senders.map(\.user)).map { User(name: $0, passwordHash: passwordHash($0)) }
    let reading = Permission(
      user: reader, vhost: vhost, configure: .nothing, write: .nothing,
      read: Pattern(topology.queue, topology.deadLetterQueue))
    permissions =
      [reading]
      + senders.map {
        Permission(
          user: $0.user, vhost: vhost, configure: .nothing, write: Pattern(topology.exchange), read: .nothing)
      }
    topicPermissions = senders.map {
      TopicPermission(
        user: $0.user, vhost: vhost, exchange: topology.exchange, write: Pattern($0.routingKey), read: .nothing)
    }
    exchanges = [
      Exchange(name: topology.exchange, vhost: vhost, type: "topic"),
      Exchange(name: topology.deadLetterExchange, vhost: vhost, type: "fanout"),
    ]
    queues = [
      Queue(name: topology.queue, vhost: vhost, arguments: Arguments(topology.queueArguments)),
      Queue(name: topology.deadLetterQueue, vhost: vhost, arguments: Arguments(topology.deadLetterArguments)),
    ]
    bindings =
      topology.bindingKeys.map {
        Binding(source: topology.exchange, vhost: vhost, destination: topology.queue, routingKey: $0)
      }
      + [
        Binding(
          source: topology.deadLetterExchange, vhost: vhost, destination: topology.deadLetterQueue, routingKey: "")
      ]
  }
}

private struct Vhost: Encodable {
  let name: String
}

private struct User: Encodable {
  let name: String
  let passwordHash: String
  let hashingAlgorithm = "rabbit_password_hashing_sha256"
  let tags: [String] = []

  enum CodingKeys: String, CodingKey {
    case name, passwordHash = "password_hash", hashingAlgorithm = "hashing_algorithm", tags
  }
}

private struct Permission: Encodable {
  let user: String
  let vhost: String
  let configure: Pattern
  let write: Pattern
  let read: Pattern
}

private struct TopicPermission: Encodable {
  let user: String
  let vhost: String
  let exchange: String
  let write: Pattern
  let read: Pattern
}

private struct Exchange: Encodable {
  let name: String
  let vhost: String
  let type: String
  let durable = true
  let isDeletedWhenUnused = false
  let isInternal = false
  let arguments = Arguments([:])

  enum CodingKeys: String, CodingKey {
    case name, vhost, type, durable, isDeletedWhenUnused = "auto_delete", isInternal = "internal", arguments
  }
}

private struct Queue: Encodable {
  let name: String
  let vhost: String
  let durable = true
  let isDeletedWhenUnused = false
  let arguments: Arguments

  enum CodingKeys: String, CodingKey {
    case name, vhost, durable, isDeletedWhenUnused = "auto_delete", arguments
  }
}

private struct Binding: Encodable {
  let source: String
  let vhost: String
  let destination: String
  let destinationType = "queue"
  let routingKey: String
  let arguments = Arguments([:])

  enum CodingKeys: String, CodingKey {
    case source, vhost, destination, destinationType = "destination_type", routingKey = "routing_key", arguments
  }
}
