import Dossiers

extension Province {
  /// The agency that does the work of a bureau on `date`: itself, or after its end the one that took over.
  func incumbent(of bureau: Int, on date: LocalDate) -> Int {
    var current = bureau
    // A chain of successors longer than this is a circle.
    for _ in 0..<16 {
      guard let until = bureaus[current].until, until < date, let next = bureaus[current].successor else { break }
      current = next
    }
    return current
  }
}
