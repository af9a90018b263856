/// Where something is written: a file with a line and a column, or an environment variable.
struct Place: Sendable, Hashable {
  let file: String
  var line: Int?
  var column: Int?

  /// The line, as other problems refer to it.
  var short: String { line.map { "line \($0)" } ?? file }

  /// The file with the line, as problems in other files refer to it.
  var full: String { line.map { "\(file):\($0)" } ?? file }
}
