import Dossiers

extension Province {
  /// The offices that an item passes, first and last included.
  func way(from origin: Int, to target: Int) -> [Int] {
    var way = [origin]
    let between =
      places[origin].hub == places[target].hub
      ? [places[origin].hub] : [places[origin].hub, centre, places[target].hub]
    for stop in between + [target] where stop != way.last {
      way.append(stop)
    }
    // The hub lies between two of its own offices, but not before or behind itself.
    return way.count == 3 && way[0] == way[2] ? [origin] : way
  }

  /// Working days that an item usually takes.
  func days(from origin: Int, to target: Int) -> Int {
    places[origin].hub == places[target].hub ? 1 : max(places[origin].daysAway, places[target].daysAway)
  }
}
