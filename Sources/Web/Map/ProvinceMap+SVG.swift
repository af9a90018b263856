import Dossiers

extension ProvinceMap {
  /// How far from its point a place's surroundings reach, in units of the drawing: some 14 km.
  private static let radius = 52.0
  private static let legendHeight = 40.0
  /// What is smaller can't be read: a number stands in for the name.
  private static let smallestName = 7.5

  /// The drawing, to stand in a page that has `mapStyle`; nothing where there is no place.
  ///
  /// What it says is read out in words from its description: to a screen reader it is one image.
  func svg(_ language: Language) -> String {
    guard !places.isEmpty else { return "" }
    let projection = MapProjection(
      latitudes: places.map(\.latitude), longitudes: places.map(\.longitude), margin: ProvinceMap.radius + 4)
    let points = places.map { projection.point(latitude: $0.latitude, longitude: $0.longitude) }
    let cells = MapCell.cells(of: points, radius: ProvinceMap.radius)
    let margin = ProvinceMap.radius + 4
    let width = max((points.map(\.x).max() ?? 0) + margin, 560)
    let bottom = (points.map(\.y).max() ?? 0) + margin
    let height = bottom + ProvinceMap.legendHeight
    let parts =
      [patterns] + areas.map { shape(of: $0, cells, language) } + [borders(cells)]
      + labels(cells, language) + [legend(at: bottom, language)]
    return """
      <svg class="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(MapPoint.rounded(width)) \
      \(MapPoint.rounded(height))" role="img" lang="\(language.rawValue)" \
      aria-labelledby="\(titleID) map-\(name)-words">
      <title id="\(titleID)">\(escaped(title[language]))</title>
      <desc id="map-\(name)-words">\(escaped(words(language)))</desc>
      \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
      </svg>
      """
  }

  /// The identifier of the title in the page.
  var titleID: String { "map-\(name)-title" }

  /// All that the colours say.
  private func words(_ language: Language) -> String {
    areas.map { "\($0.name): \($0.count.sentence(language))." }.joined(separator: " ")
  }

  private var patterns: String {
    """
    <defs>
    <pattern id="map-\(name)-near" width="9" height="9" patternUnits="userSpaceOnUse"><circle class="hatch" cx="3" cy="3" r=".6"/></pattern>
    <pattern id="map-\(name)-far" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V7"/></pattern>
    </defs>
    """
  }

  private func shape(of area: Area, _ cells: [MapCell], _ language: Language) -> String {
    let outlines = places.indices.filter { places[$0].area == area.key }.map { cells[$0].outline }
    let path = outlines.joined()
    guard !path.isEmpty else { return "" }
    let verdict = area.count.verdict
    return "<g><title>\(escaped("\(area.name): \(area.count.sentence(language))"))</title>"
      + filled(verdict) { "<path \($0) d=\"\(path)\"/>" } + "</g>"
  }

  /// A shape in the colour of `verdict`, and once more in its pattern where it has one.
  private func filled(_ verdict: AdoptionCount.Verdict, _ shape: (String) -> String) -> String {
    let isHatched = verdict == .near || verdict == .far
    return shape("class=\"\(verdict.rawValue)\"")
      + (isHatched ? shape("fill=\"url(#map-\(name)-\(verdict.rawValue))\"") : "")
  }

  /// The lines between areas, and around all of them.
  private func borders(_ cells: [MapCell]) -> String {
    var inner = ""
    var outer = ""
    for (place, cell) in cells.enumerated() {
      for side in cell.sides {
        let line = "M\(side.from.text)L\(side.to.text)"
        guard let neighbour = side.neighbour else {
          outer += line
          continue
        }
        if place < neighbour, places[place].area != places[neighbour].area { inner += line }
      }
    }
    return "<path class=\"border\" d=\"\(inner)\"/><path class=\"coast\" d=\"\(outer)\"/>"
  }

  /// The names and the counts.
  private func labels(_ cells: [MapCell], _ language: Language) -> [String] {
    let marked = areas.enumerated().compactMap { index, area -> (name: String, mark: String, label: MapLabel)? in
      let own = places.indices.filter { places[$0].area == area.key }.map { cells[$0] }
      let (name, mark) = (area.name.withoutKindOfPlace, area.count.mark(language))
      // Areas of many places are few: there is room around them for what has no room in them.
      let smallest = places.count > areas.count ? 10.0 : 4
      guard let label = MapLabel(letters: max(name.count, mark.count), in: own, smallest: smallest) else { return nil }
      guard label.size < ProvinceMap.smallestName else { return (name, mark, label) }
      return MapLabel(letters: 1, in: own, smallest: ProvinceMap.smallestName).map {
        ("\(index + 1)", area.count.shortMark, $0)
      }
    }
    return zip(marked, MapLabel.parted(marked.map(\.label))).map { area, label in
      let x = MapPoint.rounded(label.centre.x)
      let font = "font-size=\"\(MapPoint.rounded(label.size))\""
      return "<text class=\"name\" \(font) x=\"\(x)\" y=\"\(MapPoint.rounded(label.centre.y - label.size * 0.15))\">"
        + "\(escaped(area.name))</text>"
        + "<text \(font) x=\"\(x)\" y=\"\(MapPoint.rounded(label.centre.y + label.size * 1.05))\">"
        + "\(escaped(area.mark))</text>"
    }
  }

  /// What the colours mean, for those that occur.
  private func legend(at top: Double, _ language: Language) -> String {
    let occurring = AdoptionCount.Verdict.allCases.filter { verdict in
      areas.contains { $0.count.verdict == verdict }
    }
    var entries = ""
    var x = 8.0
    for verdict in occurring {
      let words = verdict.words[language]
      let place = "x=\"\(MapPoint.rounded(x))\" y=\"\(MapPoint.rounded(top + 12))\" width=\"16\" height=\"16\""
      entries += filled(verdict) { "<rect \($0) \(place)/>" }
      entries +=
        "<text x=\"\(MapPoint.rounded(x + 22))\" y=\"\(MapPoint.rounded(top + 25))\">\(escaped(words))</text>"
      x += 40 + Double(words.count) * 7
    }
    return "<g class=\"legend\">\(entries)</g>"
  }

  private func escaped(_ text: String) -> String { HTMLText().escapeText(text) }
}

extension MapCell {
  fileprivate var outline: String {
    sides.isEmpty ? "" : "M" + sides.map(\.from.text).joined(separator: "L") + "Z"
  }
}
