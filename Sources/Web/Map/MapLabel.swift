/// An area's name, and its count in a line below, as two lines of text in the middle of a box.
struct MapLabel: Sendable {
  private(set) var centre: MapPoint
  let size: Double
  private let letters: Double

  private static let largest = 13.0
  /// How wide a letter is, in sizes.
  private static let letter = 0.58

  /// A label of so many letters where the cells of an area have the most room for it, as near to their middle as may
  /// be; nil where there is no cell.
  ///
  /// - Parameters:
  ///   - letters: How many the longer of the lines has.
  ///   - cells: Those of the area.
  ///   - smallest: The size below which it rather stands out of the area.
  init?(letters: Int, in cells: [MapCell], smallest: Double) {
    let corners = cells.flatMap(\.sides).map(\.from)
    guard let top = corners.map(\.y).min(), let bottom = corners.map(\.y).max() else { return nil }
    self.letters = Double(max(letters, 4))
    let middle = corners.reduce(MapPoint(x: 0, y: 0), +) * (1 / Double(corners.count))
    let wanted = self.letters * MapLabel.letter * MapLabel.largest
    let places = stride(from: top, through: bottom, by: 3).flatMap { y in
      MapLabel.stretches(of: cells, at: y).map { stretch -> (centre: MapPoint, room: Double) in
        let centre = MapPoint(x: (stretch.west + stretch.east) / 2, y: y)
        return (centre, min(MapLabel.room(around: centre, in: cells), wanted))
      }
    }
    let best = places.max { one, other in
      let (far, near) = ((one.centre - middle), (other.centre - middle))
      return one.room == other.room ? far.dot(far) > near.dot(near) : one.room < other.room
    }
    centre = best?.centre ?? middle
    size = max(smallest, (best?.room ?? 0) / self.letters / MapLabel.letter)
  }

  /// Moves labels that cover each other apart, up and down, as far as they cover each other.
  static func parted(_ labels: [MapLabel]) -> [MapLabel] {
    var labels = labels
    for _ in 0..<20 {
      var isParted = true
      for one in labels.indices {
        for other in labels.indices where other > one {
          let cover = labels[one].cover(of: labels[other])
          guard cover > 0.1 else { continue }
          isParted = false
          let upper = labels[one].centre.y <= labels[other].centre.y ? -cover / 2 : cover / 2
          labels[one].centre.y += upper
          labels[other].centre.y -= upper
        }
      }
      if isParted { break }
    }
    return labels
  }

  /// How far two labels cover each other, from top to bottom.
  private func cover(of other: MapLabel) -> Double {
    let beside = (letters * size + other.letters * other.size) * MapLabel.letter / 2
    guard abs(centre.x - other.centre.x) < beside else { return 0 }
    return (size + other.size) * 1.2 - abs(centre.y - other.centre.y)
  }

  /// How wide two lines of text may be that have `centre` in their middle.
  private static func room(around centre: MapPoint, in cells: [MapCell]) -> Double {
    let halves = [-9, 0, 9].map { offset -> Double in
      stretches(of: cells, at: centre.y + Double(offset)).map { min(centre.x - $0.west, $0.east - centre.x) }.max() ?? 0
    }
    return 2 * max(0, halves.min() ?? 0)
  }

  private typealias Stretch = (west: Double, east: Double)

  /// From where to where cells reach at a height, those that touch as one.
  private static func stretches(of cells: [MapCell], at y: Double) -> [Stretch] {
    cells.compactMap { $0.stretch(at: y) }.sorted { $0.west < $1.west }.reduce(into: []) { joined, next in
      guard let last = joined.last, next.west - last.east < 0.5 else { return joined.append(next) }
      joined[joined.count - 1].east = max(last.east, next.east)
    }
  }
}

extension MapCell {
  /// From where to where it reaches at a height.
  fileprivate func stretch(at y: Double) -> (west: Double, east: Double)? {
    let crossings = sides.filter { ($0.from.y <= y) != ($0.to.y <= y) }.map { side in
      side.from.x + (side.to.x - side.from.x) * (y - side.from.y) / (side.to.y - side.from.y)
    }
    guard let west = crossings.min(), let east = crossings.max() else { return nil }
    return (west, east)
  }
}
