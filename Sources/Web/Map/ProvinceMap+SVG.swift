import Dossiers

extension ProvinceMap {
  /// How far from its point a place's surroundings reach, in units of the drawing: some 14 km.
  private static let radius = 52.0
  private static let legendHeight = 40.0

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
      + areas.map { label(of: $0, points, cells, language) } + [legend(at: bottom, language)]
    return """
      <svg class="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(MapPoint.rounded(width)) \
      \(MapPoint.rounded(height))" role="img" lang="\(language.rawValue)" \
      aria-labelledby="map-\(name)-title map-\(name)-words">
      <title id="map-\(name)-title">\(escaped(title[language]))</title>
      <desc id="map-\(name)-words">\(escaped(words(language)))</desc>
      \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
      </svg>
      """
  }

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

  /// The name and the count: of one place in the middle of its cell, as large as that has room; of several at the one
  /// that is nearest to the middle of all.
  private func label(of area: Area, _ points: [MapPoint], _ cells: [MapCell], _ language: Language) -> String {
    let own = places.indices.filter { places[$0].area == area.key }
    guard !own.isEmpty else { return "" }
    let middle = own.reduce(MapPoint(x: 0, y: 0)) { $0 + points[$1] } * (1 / Double(own.count))
    let nearest = own.min { distance(points[$0], middle) < distance(points[$1], middle) } ?? own[0]
    let isAlone = own.count == 1
    let centre = isAlone ? cells[nearest].middle ?? points[nearest] : points[nearest]
    let name = area.name.withoutKindOfPlace
    let mark = area.count.mark(language)
    let letters = Double(max(name.count, mark.count, 4))
    let room = isAlone ? cells[nearest].room(around: centre) : 140
    let size = min(13, max(4, room / letters / 0.58))
    let x = MapPoint.rounded(centre.x)
    let font = "font-size=\"\(MapPoint.rounded(size))\""
    return "<text class=\"name\" \(font) x=\"\(x)\" y=\"\(MapPoint.rounded(centre.y - size * 0.15))\">"
      + "\(escaped(name))</text>"
      + "<text \(font) x=\"\(x)\" y=\"\(MapPoint.rounded(centre.y + size * 1.05))\">\(escaped(mark))</text>"
  }

  private func distance(_ one: MapPoint, _ other: MapPoint) -> Double { (one - other).dot(one - other) }

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

  /// The middle of its corners' box; nil where it has no inside.
  fileprivate var middle: MapPoint? {
    let corners = sides.map(\.from)
    guard let left = corners.map(\.x).min(), let right = corners.map(\.x).max(), let top = corners.map(\.y).min(),
      let bottom = corners.map(\.y).max()
    else { return nil }
    let y = (top + bottom) / 2
    guard let (west, east) = stretch(at: y) else { return MapPoint(x: (left + right) / 2, y: y) }
    return MapPoint(x: (west + east) / 2, y: y)
  }

  /// How wide two lines of text may be that have `centre` in their middle.
  fileprivate func room(around centre: MapPoint) -> Double {
    let halves = [-8, 0, 8].map { offset -> Double in
      guard let (west, east) = stretch(at: centre.y + Double(offset)) else { return 0 }
      return min(centre.x - west, east - centre.x)
    }
    return 2 * max(0, halves.min() ?? 0)
  }

  /// From where to where it reaches at a height.
  private func stretch(at y: Double) -> (west: Double, east: Double)? {
    let crossings = sides.filter { ($0.from.y <= y) != ($0.to.y <= y) }.map { side in
      side.from.x + (side.to.x - side.from.x) * (y - side.from.y) / (side.to.y - side.from.y)
    }
    guard let west = crossings.min(), let east = crossings.max() else { return nil }
    return (west, east)
  }
}
