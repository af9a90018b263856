import CRabbitMQ

@testable import Broker

/// One link to the false broker, from the greeting to its last word.
enum Conversation {
  private static let bodyLimit = 4_096

  static func hold(with broker: borrowing FalseBroker) {
    do {
      let options = BrokerOptions(address: try BrokerAddress(host: "127.0.0.1"), connectTimeout: .seconds(5))
      try listen(to: try link(over: broker.link, options))
    } catch {
      precondition(!"\(error)".isEmpty, "an end without words")
    }
  }

  private static func link(over descriptor: Int32, _ options: BrokerOptions) throws -> Link {
    let handle = try Handle(Cutter())
    guard let socket = amqp_tcp_socket_new(handle.pointer) else { preconditionFailure("no memory") }
    amqp_tcp_socket_set_sockfd(socket, descriptor)
    try handle.boundWaits(by: options)
    return try Link(handle, options)
  }

  /// All that it says is here by the time of its greeting.
  private static func listen(to link: borrowing Link) throws {
    var reader = DeliveryReader(bodyLimit: bodyLimit)
    var frame = amqp_frame_t()
    while try link.nextFrame(&frame) {
      let delivery = try reader.take(frame) { frame throws(BrokerError) in _ = try link.notice(frame) }
      guard let delivery else { continue }
      precondition(delivery.body.count <= bodyLimit, "a body beyond its limit")
      link.releaseBuffers()
    }
  }
}
