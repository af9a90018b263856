/// Finds the known word that a mistyped one was most likely meant to be.
enum Nearest {
  /// The one of `known` that fewest changes of a letter lead to, or nil where all are too far off.
  static func word(to word: String, among known: some Sequence<String>) -> String? {
    let near = known.map { (word: $0, distance: distance(word.lowercased(), $0.lowercased())) }
      .filter { $0.distance <= max(word.count, $0.word.count) / 3 + 1 }
    return near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
  }

  /// The advice for an unknown `word`.
  static func advice(for word: String, among known: some Sequence<String>) -> String {
    if let near = self.word(to: word, among: known) { return "did you mean '\(near)'?" }
    return "remove it, or use one of \(known.sorted().joined(separator: ", "))"
  }

  /// Levenshtein's distance.
  private static func distance(_ one: String, _ other: String) -> Int {
    let other = Array(other)
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let change = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, row[column] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
