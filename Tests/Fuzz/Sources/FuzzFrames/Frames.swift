/// AMQP's frames, as a broker writes them.
enum Frames {
  /// What a broker says until a channel is open. The smallest frames that it may ask for leave the library's buffers small.
  static let greeting =
    method(0, [0, 10, 0, 10, 0, 9] + long(0) + long(5) + Array("PLAIN".utf8) + long(5) + Array("en_US".utf8))
    + method(0, [0, 10, 0, 30, 0x07, 0xFF] + long(4_096) + [0, 60])
    + method(0, [0, 10, 0, 41, 0])
    + method(1, [0, 20, 0, 11] + long(0))

  /// The frames that an input orders, one after another: a byte for the kind, one for the length, and so many of payload.
  /// Whatever is neither method, header, body nor heartbeat stands on the wire as it is.
  static func bytes(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var rest = input[...]
    var bytes: [UInt8] = []
    while let kind = rest.popFirst(), let length = rest.popFirst() {
      let payload = Array(rest.prefix(Int(length)))
      rest = rest.dropFirst(payload.count)
      switch kind % 8 {
      case 0, 1, 2: bytes += method(1, payload)
      case 3: bytes += frame(2, 1, payload)
      case 4: bytes += frame(3, 1, payload)
      case 5: bytes += frame(8, 0, [])
      case 6: bytes += method(0, payload)
      default: bytes += payload
      }
    }
    return bytes
  }

  private static func method(_ channel: UInt8, _ payload: [UInt8]) -> [UInt8] { frame(1, channel, payload) }

  private static func frame(_ type: UInt8, _ channel: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [type, 0, channel] + long(UInt32(payload.count)) + payload + [0xCE]
  }

  private static func long(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }
}
