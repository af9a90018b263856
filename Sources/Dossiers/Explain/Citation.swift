/// Articles as a policy cites them, `Circular 17/2017/TT-BTTTT art. 3(4), 7(2)(a)`, in the words of Vietnamese law.
public enum Citation {
  /// The citation in Vietnamese, or as it is written where it has another form: never half of it.
  public static func vietnamese(_ law: String) -> String {
    let cited = law.split(separator: "; ", omittingEmptySubsequences: false).map { one($0) }
    return cited.contains(nil) ? law : cited.compactMap(\.self).joined(separator: "; ")
  }

  private static func one(_ law: Substring) -> String? {
    guard let mark = law.firstRange(of: #/ arts?\.? ?/#) else { return title(law) }
    guard let title = title(law[..<mark.lowerBound]), let articles = articles(law[mark.upperBound...]) else {
      return nil
    }
    return "\(articles) \(title)"
  }

  private static func title(_ text: Substring) -> String? {
    if vietnameseTitles.contains(where: { text.hasPrefix($0 + " ") }) { return String(text) }
    return titles.first { text.hasPrefix($0.english + " ") }.map {
      $0.vietnamese + text.dropFirst($0.english.count)
    }
  }

  /// `7(2)(a)` is point a of clause 2 of article 7; `(6)` behind an article is another clause of it.
  private static func articles(_ text: Substring) -> String? {
    var article: Substring?
    var said: [String] = []
    for part in text.replacing(" and ", with: ", ").split(separator: ", ") {
      guard let found = part.wholeMatch(of: /(\d+\p{Ll}?)?(?:\((\d+)\))?(?:\((\p{Ll})\))?/) else { return nil }
      article = found.1 ?? article
      guard let article else { return nil }
      let point = found.3.map { "điểm \($0) " } ?? ""
      let clause = found.2.map { "khoản \($0) " } ?? ""
      said.append("\(point)\(clause)Điều \(article)")
    }
    return said.isEmpty ? nil : said.joined(separator: ", ")
  }

  private static let titles: [(english: String, vietnamese: String)] = [
    ("Circular", "Thông tư"), ("Decree", "Nghị định"), ("Decision", "Quyết định"),
    ("Civil Code", "Bộ luật Dân sự"), ("Labour Code", "Bộ luật Lao động"), ("Civil Status Law", "Luật Hộ tịch"),
  ]

  private static let vietnameseTitles = ["Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết"] + titles.map(\.vietnamese)
}
