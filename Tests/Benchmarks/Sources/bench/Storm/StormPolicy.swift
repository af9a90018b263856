import Foundation

/// The shipped policy, but that results must be posted within seconds.
struct StormPolicy {
  /// The term from the decision until the result is posted.
  static let seconds = 40

  /// Writes it into `folder` and returns where it lies.
  static func write(_ bench: Workbench, into folder: String) throws -> String {
    let shipped = URL(fileURLWithPath: bench.places.config).deletingLastPathComponent().path + "/policy/1788.yaml"
    var text = try String(contentsOfFile: shipped, encoding: .utf8)
    guard let clock = text.range(of: "\n    post-result:\n"),
      let term = text.range(of: "term: 2 working-days\n", range: clock.upperBound..<text.endIndex)
    else { throw BenchError.unlike(file: shipped, expected: "post-result with a term of 2 working-days") }
    text.replaceSubrange(term, with: "term: \(seconds) seconds\n")
    let path = folder + "/policy.yaml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }
}
