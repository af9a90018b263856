import Fuzzer

/// The reading of frames under libFuzzer: after an honest greeting the broker says what an input orders.
@main
enum Program {
  static func main() {
    Fuzzer.run { bytes, length in
      Conversation.hold(with: FalseBroker(saying: Frames.bytes(UnsafeBufferPointer(start: bytes, count: length))))
      return 0
    }
  }
}
