import Dossiers

extension AdoptionCount {
  /// What the map says of an area in its own line: the share, and a sign that needs no colour.
  func mark(_ language: Language) -> String {
    switch verdict {
    case .none: "–"
    case .unmeasured: shareWords(language)
    case .reached: "\(shareWords(language)) ✓"
    case .near, .far: "\(shareWords(language)) · −\(missing ?? 0)"
    }
  }

  /// The same where there is no room for the share.
  var shortMark: String {
    switch verdict {
    case .none, .unmeasured: "–"
    case .reached: "✓"
    case .near, .far: "−\(missing ?? 0)"
    }
  }

  /// The count in a sentence.
  func sentence(_ language: Language) -> String {
    guard verdict != .none else { return Phrase("không có thủ tục thuộc diện", "no procedure that counts")[language] }
    let served = Phrase(
      "\(served)/\(counted) thủ tục (\(shareWords(language)))",
      "\(served) of \(counted) procedures (\(shareWords(language)))")[language]
    guard let target, let missing else { return served + ", " + verdict.words[language] }
    let aim = Phrase("chỉ tiêu \(target.vietnamese)", "target \(target.english)")[language]
    let lack =
      missing == 0
      ? Phrase("đạt", "reached")[language] : Phrase("còn thiếu \(missing)", "\(missing) missing")[language]
    return "\(served), \(aim), \(lack)"
  }

  private func shareWords(_ language: Language) -> String {
    (language == .vi ? share?.vietnamese : share?.english) ?? ""
  }
}

extension AdoptionCount.Verdict {
  /// What the legend says.
  var words: Phrase {
    switch self {
    case .none: Phrase("không có thủ tục", "no procedure")
    case .unmeasured: Phrase("chưa có chỉ tiêu", "no target yet")
    case .reached: Phrase("✓ đạt chỉ tiêu", "✓ target reached")
    case .near: Phrase("từ nửa chỉ tiêu", "half of it or more")
    case .far: Phrase("dưới nửa chỉ tiêu", "less than half of it")
    }
  }
}

extension String {
  /// A place's name without its kind, where room is scarce.
  var withoutKindOfPlace: String {
    let kinds = ["Thành phố ", "Thị xã ", "Huyện ", "Phường ", "Xã "]
    return kinds.first(where: hasPrefix).map { String(dropFirst($0.count)) } ?? self
  }
}
