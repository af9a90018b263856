import Fuzzer

/// The decoder under libFuzzer.
@main
enum Program {
  static func main() {
    Fuzzer.run { bytes, length in
      Checks.run(UnsafeBufferPointer(start: bytes, count: length))
      return 0
    }
  }
}
