import Dossiers

/// How the mail moves in Điện Biên.
enum Roads {
  /// Working days that the mail usually takes from the provincial capital to a district, by GSO code.
  static func usualDays(to district: String) -> Int {
    switch district {
    case "094", "097", "100", "101", "102": 1
    default: 2
    }
  }

  /// Whether the rains of June to September may cut the roads.
  static func isRainy(_ date: LocalDate) -> Bool {
    (6...9).contains(date.components.month)
  }
}

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
