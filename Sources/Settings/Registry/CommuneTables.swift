/// The three tables of communes: before, since, and which went into which.
struct CommuneTables {
  let communes: Communes

  private enum How: String, CaseIterable {
    case whole, part
  }

  init(_ folder: Written, districts: Set<String>) {
    let sinceTable = Table(
      "communes-since-2025-07.csv", in: folder, columns: ["code", "name", "type", "latitude", "longitude", "area_km2"])
    let before = Table("communes-until-2025-06.csv", in: folder, columns: ["code", "name", "type", "district"])
    let known = Set(before.rows.map(\.["code"].text))
    let moves = Table("communes-old-to-new.csv", in: folder, columns: ["old", "new", "how"])
    let today = Set(sinceTable.rows.map(\.["code"].text))
    let moved = Set(moves.rows.map(\.["old"].text))
    let successors = moves.keyed(by: "old") { row in
      let old = row["old"].member(of: known, "a commune of communes-until-2025-06.csv")
      let new = row["new"].member(of: today, "a commune of communes-since-2025-07.csv")
      guard row["how"].choice(How.self) != nil, let old, let new else { return nil as (String, String)? }
      return (old, new)
    }
    let communes = before.keyed(by: "code") { row in
      let code = row["code"].placeCode(digits: 5)
      let name = row["name"].words("the commune's name")
      let district = row["district"].district(among: districts)
      guard let code, let name, let district else { return nil as (String, Communes.Before)? }
      guard moved.contains(code) || moved.isEmpty else {
        row["code"].refuse("a commune that communes-old-to-new.csv names", advice: "say there what became of it")
        return nil
      }
      guard let successor = successors[code] else { return nil }
      return (code, Communes.Before(name: name, district: district, successor: successor))
    }
    self.communes = Communes(before: communes, since: CommuneTables.since(sinceTable))
  }

  private static func since(_ table: Table) -> [String: Communes.Since] {
    table.keyed(by: "code") { row in
      let code = row["code"].placeCode(digits: 5)
      let name = row["name"].words("the commune's name")
      let latitude = row["latitude"].degrees(8...24)
      let longitude = row["longitude"].degrees(102...110)
      guard let code, let name, let latitude, let longitude else { return nil }
      return (code, Communes.Since(name: name, latitude: latitude, longitude: longitude))
    }
  }
}

extension Written {
  fileprivate func member(of known: Set<String>, _ what: String) -> String? {
    // Where the other table could not be read, its own mistake is enough.
    if known.contains(text) || known.isEmpty { return text }
    refuse(what, advice: "correct the code or add the commune there")
    return nil
  }

  /// An angle inside Vietnam.
  fileprivate func degrees(_ range: ClosedRange<Double>) -> Double? {
    if let angle = Double(text), range.contains(angle) { return angle }
    refuse("degrees from \(Int(range.lowerBound)) to \(Int(range.upperBound))", advice: "correct the position")
    return nil
  }
}
