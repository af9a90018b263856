import Fuzzer

/// The reading of frames under libFuzzer: after an honest greeting the broker says what an input orders.
@main
enum Program {
  private static let broker = FalseBroker()

  static func main() {
    Fuzzer.run { bytes, length in
      Conversation.hold(with: Program.broker, saying: Frames.bytes(UnsafeBufferPointer(start: bytes, count: length)))
      return 0
    }
  }
}
