import Foundation
import Fuzzer

/// The readers of the configuration under libFuzzer: the first byte of an input names a file, the others are what stands
/// in it. All other files of `FUZZ_CONFIG` are as they were.
@main
enum Program {
  private static let whole = Reading.files.map {
    FileManager.default.contents(atPath: "\(Reading.folder)/\($0)") ?? Data()
  }

  static func main() {
    guard !Reading.folder.isEmpty else {
      print("FuzzSettings: FUZZ_CONFIG names no folder of a configuration")
      exit(64)
    }
    Fuzzer.run { bytes, length in
      let input = UnsafeBufferPointer(start: bytes, count: length)
      if let kind = input.first { Program.check(Int(kind) % Reading.files.count, Data(input.dropFirst())) }
      return 0
    }
  }

  private static func check(_ file: Int, _ text: Data) {
    write(text, file)
    defer { write(whole[file], file) }
    for problem in Reading.problems(with: Reading.files[file]) {
      precondition(!problem.isEmpty, "a refusal without words")
    }
  }

  private static func write(_ text: Data, _ file: Int) {
    let path = "\(Reading.folder)/\(Reading.files[file])"
    precondition(FileManager.default.createFile(atPath: path, contents: text), "\(path) can't be written")
  }
}
