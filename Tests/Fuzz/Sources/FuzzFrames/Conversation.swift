import CRabbitMQ
import Glibc

@testable import Broker

/// One link to the false broker, from the greeting to its last word.
enum Conversation {
  private static let bodyLimit = 4_096

  static func hold(with broker: FalseBroker, saying bytes: [UInt8]) {
    broker.say(bytes)
    do {
      let address = try BrokerAddress(host: "127.0.0.1", port: broker.port)
      let link = try Link(
        BrokerOptions(address: address, heartbeat: 60, connectTimeout: .seconds(5)), cutter: Cutter())
      // A link that was closed in order would keep its port for a minute, and thousands come in a second.
      var hard = linger(l_onoff: 1, l_linger: 0)
      setsockopt(link.descriptor, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
      try listen(to: link)
    } catch {
      precondition(!"\(error)".isEmpty, "an end without words")
    }
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
