import Foundation
import Fuzzer

/// The readers of the configuration under libFuzzer: the first byte of an input names a file, and whether those that refer
/// to it are read with it; the others are what stands in it. All other files of `FUZZ_CONFIG` are as they were.
@main
enum Program {
  /// A first byte from here on asks for the files around the one that it names: one input in sixteen, by chance.
  private static let firstOfWhole = 240
  private static let files = Reading.files.map { ConfigFile("\(Reading.folder)/\($0)") }
  nonisolated(unsafe) private static var changed = 0

  static func main() {
    guard !Reading.folder.isEmpty else {
      print("FuzzSettings: FUZZ_CONFIG names no folder of a configuration")
      exit(64)
    }
    Fuzzer.run { bytes, length in
      let input = UnsafeRawBufferPointer(start: bytes, count: length)
      if let kind = input.first { Program.check(Int(kind), UnsafeRawBufferPointer(rebasing: input.dropFirst())) }
      return 0
    }
  }

  private static func check(_ kind: Int, _ text: UnsafeRawBufferPointer) {
    let isWhole = kind >= firstOfWhole
    let file = (isWhole ? kind - firstOfWhole : kind) % files.count
    // The one before may be read with this one.
    if file != changed { files[changed].restore() }
    changed = file
    files[file].put(text)
    for problem in Reading.problems(with: Reading.files[file], isWhole: isWhole) {
      precondition(!problem.isEmpty, "a refusal without words")
    }
  }
}
