#if FUZZING
  import Glibc

  @_silgen_name("LLVMFuzzerRunDriver")
  func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32

  /// libFuzzer over the decoder; its own options are this program's.
  @main
  enum Program {
    static func main() {
      var count = CommandLine.argc
      var arguments = CommandLine.unsafeArgv
      let status = runDriver(&count, &arguments) { bytes, length in
        Checks.run(UnsafeBufferPointer(start: bytes, count: length))
        return 0
      }
      exit(status)
    }
  }
#else
  /// Without the fuzzer: the bodies of its corpus, from standard input, a line each.
  @main
  enum Program {
    static func main() {
      while let line = readLine() { Array(line.utf8).withUnsafeBufferPointer { Checks.run($0) } }
    }
  }
#endif
