import Dossiers
import Foundation
import FoundationXML
import Settings
import TestSupport
import Testing

@testable import Web

struct MapTests {
  private static let settings = Result<Settings, any Error> {
    let config = URL(fileURLWithPath: #filePath).appending(path: "../../../../config/dossierd.yaml").standardizedFileURL
    return try Settings.load(config.path, environment: [:], now: instant("2026-03-02 08:00"))
  }

  func maps(on date: String) throws -> [ProvinceMap] {
    let settings = try MapTests.settings.get()
    let registry = settings.rules.registry
    let adoption = try #require(settings.register).adoption(on: day(date), in: registry)
    return [
      ProvinceMap(districtsOf: adoption, communes: settings.mappedCommunes, registry: registry),
      ProvinceMap(communesOf: adoption, communes: settings.mappedCommunes, registry: registry),
    ]
  }

  @Test("the shipped province is drawn whole: every district and commune has a shape, a name and its count")
  func shipped() throws {
    for date in ["2016-12-31", "2018-12-31", "2020-12-31", "2026-11-26"] {
      for (map, count) in zip(try maps(on: date), [10, 45]) {
        let svg = map.svg(.vi)
        let document = try XMLDocument(xmlString: svg)
        #expect(try document.nodes(forXPath: "//*[local-name()='g']/*[local-name()='title']").count == count)
        #expect(try document.nodes(forXPath: "//*[@class='name']").count == count)
        for area in map.areas { #expect(svg.contains("\(area.name): \(area.count.sentence(.vi))")) }
        #expect(!svg.contains("nan") && !svg.contains("inf"))
      }
    }
  }

  @Test(
    "no district's name covers another's, however many letters its count has", arguments: ["2018-12-31", "2026-11-26"])
  func apart(date: String) throws {
    let pattern = /<text class="name" font-size="([\d.]+)" x="([\d.]+)" y="([\d.]+)">([^<]*)<\/text>/
    let labels = try maps(on: date)[0].svg(.vi).matches(of: pattern).map { match in
      let (size, x, y) = (Double(match.1) ?? 0, Double(match.2) ?? 0, Double(match.3) ?? 0)
      return (name: match.4, size: size, half: Double(match.4.count) * size * 0.29, x: x, y: y)
    }
    for (place, one) in labels.enumerated() {
      #expect(one.size >= 10, "\(one.name)")
      for other in labels.dropFirst(place + 1) {
        let isBeside = abs(one.x - other.x) >= one.half + other.half
        let isAbove = abs(one.y - other.y) >= one.size + other.size
        #expect(isBeside || isAbove, "\(one.name) and \(other.name)")
      }
    }
  }

  @Test("the map is one image with a title and words for all that it shows, in either language")
  func words() throws {
    let map = try maps(on: "2018-12-31")[0]
    let vietnamese = map.svg(.vi)
    #expect(vietnamese.contains("role=\"img\" lang=\"vi\" aria-labelledby=\"map-districts-title map-districts-words\""))
    #expect(vietnamese.contains("Thủ tục qua bưu chính theo địa bàn huyện, ngày 31/12/2018</title>"))
    #expect(vietnamese.contains("chỉ tiêu 41,4%, còn thiếu 12"))
    let english = map.svg(.en)
    #expect(english.contains("Procedures by post, by district, on 2018-12-31</title>"))
    #expect(english.contains("target 41.4%, 12 missing"))
  }

  @Test("nothing is asked from outside, and no style or script stands in it")
  func inside() throws {
    for map in try maps(on: "2026-11-26") {
      let svg = map.svg(.vi).replacing("http://www.w3.org/2000/svg", with: "")
      for word in ["http", "style", "script", "href", "@import"] { #expect(!svg.contains(word), "\(word)") }
    }
  }

  @Test("what a place is called cannot break out of the drawing")
  func escaped() throws {
    let name = "Xã <script>\"&'</title>"
    let map = ProvinceMap(
      name: "trial", title: Phrase("a", "b"), areas: [.init(key: "1", name: name, count: AdoptionCount())],
      places: [.init(area: "1", latitude: 21, longitude: 103)])
    #expect(!map.svg(.vi).contains("<script>"))
    #expect(try XMLDocument(xmlString: map.svg(.vi)).rootElement() != nil)
  }

  @Test("without a place nothing is drawn, and two places at one point do no harm")
  func degenerate() throws {
    let area = ProvinceMap.Area(key: "1", name: "Một", count: AdoptionCount())
    let place = ProvinceMap.Place(area: "1", latitude: 21, longitude: 103)
    #expect(ProvinceMap(name: "a", title: Phrase("a", "b"), areas: [area], places: []).svg(.vi).isEmpty)
    let two = ProvinceMap(name: "a", title: Phrase("a", "b"), areas: [area], places: [place, place]).svg(.vi)
    #expect(try XMLDocument(xmlString: two).rootElement() != nil && !two.contains("nan"))
  }

  @Test("a cell holds what is nearer to its point than to any other, and nothing else")
  func cells() {
    let seed = UInt64.random(in: 0..<UInt64.max)
    print("seed of the map's cells: \(seed)")
    var random = SeededGenerator(seed: seed)
    let coordinate = { (random: inout SeededGenerator) in Double.random(in: 0...200, using: &random) }
    for _ in 0..<30 {
      let points = (0..<Int.random(in: 1...20, using: &random)).map { _ in
        MapPoint(x: coordinate(&random), y: coordinate(&random))
      }
      let cells = MapCell.cells(of: points, radius: 60)
      for _ in 0..<100 {
        let probe = MapPoint(x: coordinate(&random), y: coordinate(&random))
        let distances = points.map { ($0 - probe).dot($0 - probe).squareRoot() }
        let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
        let sorted = distances.sorted()
        // What lies on a border, or in the sliver between the circle and its corners, may be on either side.
        guard sorted.count < 2 || sorted[1] - sorted[0] > 1e-6, distances[nearest] < 59.8 || distances[nearest] > 60
        else { continue }
        let holding = cells.indices.filter { cells[$0].holds(probe) }
        #expect(holding == (distances[nearest] < 59.8 ? [nearest] : []), "seed \(seed)")
      }
    }
  }
}

extension MapCell {
  fileprivate func holds(_ point: MapPoint) -> Bool {
    sides.allSatisfy { side in
      let (way, here) = (side.to - side.from, point - side.from)
      return way.x * here.y - way.y * here.x >= -1e-9
    }
  }
}
