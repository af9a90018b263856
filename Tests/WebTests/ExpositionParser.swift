/// A strict reader of Prometheus's text format 0.0.4: what it does not know is an error.
struct ExpositionParser {
  /// A family of samples.
  struct Family {
    var help: String
    var type: String
    /// The samples, by their labels as written; of a histogram behind what the name ends in, as `_count`.
    var samples: [String: Double] = [:]
  }

  /// What is wrong with a line.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var families: [String: Family] = [:]
  private var current: String?

  init(_ text: String) throws {
    guard text.hasSuffix("\n") else { throw Problem(description: "the last line does not end") }
    var help: (name: String, text: String)?
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      if line.hasPrefix("# HELP ") {
        guard words.count == 4, families[words[2]] == nil else { throw Problem(description: line) }
        help = (words[2], words[3])
      } else if line.hasPrefix("# TYPE ") {
        guard words.count == 4, let found = help, found.name == words[2],
          ["counter", "gauge", "histogram"].contains(words[3]),
          found.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil,
          (words[3] == "counter") == found.name.hasSuffix("_total")
        else { throw Problem(description: line) }
        families[found.name] = Family(help: found.text, type: words[3])
        current = found.name
        help = nil
      } else {
        try sample(line)
      }
    }
    for (name, family) in families where family.samples.isEmpty {
      throw Problem(description: "\(name) has no sample")
    }
  }

  private mutating func sample(_ line: String) throws {
    let shape = /([a-z_0-9]+)(?:\{((?:[a-z_]+="(?:[^"\\]|\\[\\"n])*",?)+)\})? (-?[0-9.]+(?:e-?[0-9]+)?)/
    guard let match = line.wholeMatch(of: shape), let current, match.1.hasPrefix(current), let value = Double(match.3),
      (families[current]?.type == "histogram" ? ["_bucket", "_sum", "_count"] : [""]).contains(
        String(match.1.dropFirst(current.count)))
    else { throw Problem(description: line) }
    let labels = match.1.dropFirst(current.count) + (match.2 ?? "")
    guard !labels.hasSuffix(","), families[current]?.samples.updateValue(value, forKey: String(labels)) == nil else {
      throw Problem(description: "twice: \(line)")
    }
  }
}
