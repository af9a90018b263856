import Dossiers

extension [StoreProbe.Sighting] {
  /// The first that is `number` or more; they only ever grow.
  func first(reaching number: Int) -> StoreProbe.Sighting? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].value < number { low = middle + 1 } else { high = middle }
    }
    return low < count ? self[low] : nil
  }
}

extension Span {
  /// The same length as a number of milliseconds.
  var milliseconds: Double { Double(microseconds) / 1_000 }
}
