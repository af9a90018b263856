import Mail

/// Bars, one below the other, each made of shares of its length, as a drawing in SVG.
struct BarChart {
  struct Bar {
    let label: String
    let note: String
    /// Each from 0 to 1, in the order of the legend.
    let shares: [Double]
  }

  /// Dark, light and hatched, so that they can be told apart on paper without colour.
  private static let fills = ["#1b5e4b", "#9cc9b4", "url(#late)"]
  private static let width = 640.0
  private static let height = 36

  let title: String
  let legend: [String]
  let bars: [Bar]

  /// The drawing; nothing where there are no bars.
  var svg: String {
    guard !bars.isEmpty else { return "" }
    let top = legend.isEmpty ? 0 : 26
    let height = top + bars.count * BarChart.height
    var svg = """
      <svg class="chart" viewBox="0 0 640 \(height)" role="img" aria-label="\(title.harmless.htmlEscaped)">\
      <defs><pattern id="late" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <rect width="5" height="5" fill="#f3b7b0"/><rect width="2.5" height="5" fill="#b3261e"/></pattern></defs>
      """
    for (place, word) in legend.enumerated() {
      let x = place * 210
      svg += "<rect x=\"\(x)\" y=\"4\" width=\"12\" height=\"12\" fill=\"\(BarChart.fills[place % 3])\"/>"
      svg += "<text x=\"\(x + 18)\" y=\"14\">\(word.harmless.htmlEscaped)</text>"
    }
    for (place, bar) in bars.enumerated() { svg += draw(bar, at: top + place * BarChart.height) }
    return svg + "</svg>"
  }

  private func draw(_ bar: Bar, at y: Int) -> String {
    let label = bar.label.count > 52 ? bar.label.prefix(51) + "…" : bar.label[...]
    var svg = "<text x=\"0\" y=\"\(y + 13)\">\(String(label).harmless.htmlEscaped)</text>"
    svg += "<text x=\"640\" y=\"\(y + 13)\" text-anchor=\"end\">\(bar.note.harmless.htmlEscaped)</text>"
    svg += "<rect x=\"0\" y=\"\(y + 18)\" width=\"640\" height=\"12\" fill=\"#e6eaee\"/>"
    var x = 0.0
    for (place, share) in bar.shares.enumerated() where share > 0 {
      let length = share * BarChart.width
      svg += "<rect x=\"\(BarChart.text(x))\" y=\"\(y + 18)\" width=\"\(BarChart.text(length))\" height=\"12\""
      svg += " fill=\"\(BarChart.fills[place % 3])\"/>"
      x += length
    }
    return svg
  }

  private static func text(_ length: Double) -> String { "\((length * 100).rounded() / 100)" }
}
