import Foundation

/// A point of the drawing, in its own units; y grows downwards.
struct MapPoint: Sendable, Hashable {
  var x: Double
  var y: Double

  static func + (one: MapPoint, other: MapPoint) -> MapPoint { MapPoint(x: one.x + other.x, y: one.y + other.y) }
  static func - (one: MapPoint, other: MapPoint) -> MapPoint { MapPoint(x: one.x - other.x, y: one.y - other.y) }
  static func * (point: MapPoint, factor: Double) -> MapPoint { MapPoint(x: point.x * factor, y: point.y * factor) }

  func dot(_ other: MapPoint) -> Double { x * other.x + y * other.y }

  /// As a path writes it, to a tenth of a unit.
  var text: String { "\(MapPoint.rounded(x)) \(MapPoint.rounded(y))" }

  static func rounded(_ number: Double) -> String {
    let tenths = (number * 10).rounded()
    return tenths.truncatingRemainder(dividingBy: 10) == 0 ? "\(Int(tenths / 10))" : "\(tenths / 10)"
  }
}

/// Places on the drawing: so small a part of the earth is flat enough.
struct MapProjection {
  /// Units of the drawing in a degree of latitude: 3.6 in a kilometre.
  static let perDegree = 400.0

  private let west: Double
  private let north: Double
  private let narrowing: Double

  /// A drawing that holds these places, `margin` units from its edges at least.
  init(latitudes: [Double], longitudes: [Double], margin: Double) {
    let middle = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
    narrowing = cos(middle * .pi / 180)
    west = (longitudes.min() ?? 0) - margin / MapProjection.perDegree / narrowing
    north = (latitudes.max() ?? 0) + margin / MapProjection.perDegree
  }

  func point(latitude: Double, longitude: Double) -> MapPoint {
    MapPoint(
      x: (longitude - west) * narrowing * MapProjection.perDegree, y: (north - latitude) * MapProjection.perDegree)
  }
}
