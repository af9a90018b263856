/// Writes Prometheus's text format 0.0.4.
struct Exposition {
  /// What kind of number a family holds.
  enum Kind: String {
    /// Only grows.
    case counter
    /// Goes up and down.
    case gauge
  }

  /// The format's media type.
  static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  /// What was written so far.
  private(set) var text = ""

  /// Writes a family of one number.
  mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
    head(name, kind, help)
    text += "\(name) \(value)\n"
  }

  /// Writes a family with a number for each set of labels.
  mutating func add(
    _ name: String, _ kind: Kind, _ help: String, _ samples: [(labels: KeyValuePairs<String, String>, value: Int)]
  ) {
    head(name, kind, help)
    for (labels, value) in samples {
      let list = labels.map { "\($0)=\"\(escaped($1, quotes: true))\"" }.joined(separator: ",")
      text += "\(name){\(list)} \(value)\n"
    }
  }

  private mutating func head(_ name: String, _ kind: Kind, _ help: String) {
    text += "# HELP \(name) \(escaped(help, quotes: false))\n# TYPE \(name) \(kind.rawValue)\n"
  }

  private func escaped(_ value: String, quotes: Bool) -> String {
    var safe = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": safe += "\\\\"
      case "\n": safe += "\\n"
      case "\"" where quotes: safe += "\\\""
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
