import Foundation

/// The part of the plane that is nearer to one point than to any other, and within a radius of it (Voronoi's cell in a
/// disc): where no boundaries are at hand, the shape of a place's surroundings.
struct MapCell: Sendable {
  /// A side, and the place on its other side; nil where nothing is.
  struct Side: Sendable {
    let from: MapPoint
    let to: MapPoint
    let neighbour: Int?
  }

  /// Its sides, one after another; none where it has no inside.
  let sides: [Side]

  /// The cells of `points`, in their order.
  static func cells(of points: [MapPoint], radius: Double) -> [MapCell] {
    points.indices.map { MapCell(of: $0, among: points, radius: radius) }
  }

  private init(of place: Int, among points: [MapPoint], radius: Double) {
    let centre = points[place]
    var corners = MapCell.disc(around: centre, radius: radius)
    for (other, point) in points.enumerated() where other != place && point != centre {
      corners = MapCell.cut(corners, nearerTo: centre, than: point, other)
    }
    sides = corners.indices.map { index in
      Side(
        from: corners[index].point, to: corners[(index + 1) % corners.count].point,
        neighbour: corners[index].neighbour)
    }
  }

  /// A corner, and what lies behind the side that begins at it.
  private typealias Corner = (point: MapPoint, neighbour: Int?)

  private static func disc(around centre: MapPoint, radius: Double) -> [Corner] {
    let count = 48
    return (0..<count).map { step in
      let angle = 2 * Double.pi * Double(step) / Double(count)
      return (centre + MapPoint(x: cos(angle), y: sin(angle)) * radius, nil)
    }
  }

  /// What of a convex shape is nearer to `centre` than to `point`.
  private static func cut(
    _ corners: [Corner], nearerTo centre: MapPoint, than point: MapPoint, _ neighbour: Int
  ) -> [Corner] {
    let way = point - centre
    let middle = (point + centre) * 0.5
    let beyond = corners.map { ($0.point - middle).dot(way) }
    guard beyond.contains(where: { $0 > 0 }) else { return corners }
    var kept: [Corner] = []
    for index in corners.indices {
      let next = (index + 1) % corners.count
      let (here, there) = (beyond[index], beyond[next])
      if here <= 0 { kept.append(corners[index]) }
      guard (here <= 0) != (there <= 0) else { continue }
      let crossing = corners[index].point + (corners[next].point - corners[index].point) * (here / (here - there))
      kept.append((crossing, here <= 0 ? neighbour : corners[index].neighbour))
    }
    return kept
  }
}
