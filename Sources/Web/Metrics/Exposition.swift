import Store

/// Writes Prometheus's text format 0.0.4.
struct Exposition {
  /// What kind of number a family holds.
  enum Kind: String {
    /// Only grows.
    case counter
    /// Goes up and down.
    case gauge
    /// Counts by upper bounds.
    case histogram
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

  /// Writes a family with a histogram for each set of labels.
  mutating func add(
    _ name: String, _ help: String, _ samples: [(labels: KeyValuePairs<String, String>, value: Histogram)]
  ) {
    head(name, .histogram, help)
    for (labels, histogram) in samples {
      let own = labels.map { "\($0)=\"\(escaped($1, quotes: true))\"" }
      let bounds = histogram.bounds.map(number) + ["+Inf"]
      var sum = 0
      for (bound, count) in zip(bounds, histogram.counts) {
        sum += count
        text += "\(name)_bucket{\((own + ["le=\"\(bound)\""]).joined(separator: ","))} \(sum)\n"
      }
      let rest = own.isEmpty ? "" : "{\(own.joined(separator: ","))}"
      text += "\(name)_sum\(rest) \(number(histogram.sum))\n\(name)_count\(rest) \(sum)\n"
    }
  }

  /// A number as the format has it, whole ones without a point.
  private func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }

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
