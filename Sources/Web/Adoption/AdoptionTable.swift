import Dossiers

/// Counts against targets, one a row.
struct AdoptionTable {
  /// One count.
  struct Row {
    /// Its number on the map, where it is drawn on one.
    let number: [String]
    let what: String
    /// The language of `what`, where it is not the page's.
    let whatLang: [String]
    let whatCode: String
    let share: String
    let bar: String
    let base: String
    let lack: String
    let verdict: String
    let verdictTone: String
    let open: [Open]
    let hasOpen: Bool
  }

  /// A procedure that might be served next.
  struct Open {
    let procedure: String
    let procedureCode: String
    let standing: String
  }

  let tableID: String
  let heading: String
  let caption: String
  let head: String
  let rows: [Row]
  let hasRows: Bool

  init(_ id: String, _ heading: Phrase, _ caption: Phrase, head: Phrase, _ rows: [Row], _ language: Language) {
    tableID = id
    self.heading = heading[language]
    self.caption = caption[language]
    self.head = head[language]
    self.rows = rows
    hasRows = !rows.isEmpty
  }
}

extension AdoptionTable.Row {
  init(
    _ what: String, number: Int? = nil, code: String = "", isVietnamese: Bool = false, _ count: AdoptionCount,
    open: [AdoptionTable.Open] = [], _ language: Language
  ) {
    self.number = [number.map { "\($0)." }].compactMap(\.self)
    self.what = what
    whatLang = isVietnamese && language != .vi ? ["vi"] : []
    whatCode = code
    let words = { (share: Share) in language == .vi ? share.vietnamese : share.english }
    share = count.share.map(words) ?? "–"
    bar = AdoptionTable.bar(count)
    let counted = Phrase(
      "\(Number.words(count.served, .vi)) trong \(Number.words(count.counted, .vi)) thủ tục",
      "\(Number.words(count.served, .en)) of \(Number.words(count.counted, .en)) procedures")[language]
    let lapsed = count.isByLapsed ? "*" : ""
    let aim = count.target.map { Phrase("chỉ tiêu", "target")[language] + " " + words($0) + lapsed }
    base = [counted, aim].compactMap(\.self).joined(separator: ", ")
    lack = count.missing.map { $0 > 0 ? Number.words($0, language) : "0" } ?? "–"
    verdict = count.verdict.words[language]
    verdictTone = count.verdict.tone
    self.open = open
    hasOpen = !open.isEmpty
  }
}

extension AdoptionTable {
  /// The share as a bar, with a line where the target is; the same stands beside it in words.
  fileprivate static func bar(_ count: AdoptionCount) -> String {
    guard let share = count.share else { return "" }
    let aim = count.target.map { "<path class=\"aim\" d=\"M\($0.percent) 0V12\"/>" } ?? ""
    return "<svg class=\"share\" viewBox=\"0 0 100 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "<rect class=\"rest\" y=\"2\" width=\"100\" height=\"8\"/>"
      + "<rect class=\"\(count.verdict.tone)\" y=\"2\" width=\"\(share.percent)\" height=\"8\"/>\(aim)</svg>"
  }
}

extension AdoptionCount.Verdict {
  var tone: String {
    switch self {
    case .none, .unmeasured: "calm"
    case .reached: "good"
    case .near: "near"
    case .far: "bad"
    }
  }
}

extension Offer.Standing {
  var words: Phrase {
    switch self {
    case .served: Phrase("đang phục vụ", "served")
    case .agreed: Phrase("đã ký thỏa thuận", "agreement signed")
    case .suitable: Phrase("phù hợp, chưa ký", "suitable, not signed")
    case .pending: Phrase("chưa khảo sát", "not surveyed")
    case .unsuitable: Phrase("không phù hợp", "not suitable")
    }
  }
}

/// One table.
let adoptionTableTemplate = """
  <h2 id="{{tableID}}">{{heading}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="{{tableID}}">
  <table class="stack">
  <caption>{{caption}}</caption>
  <thead><tr><th scope="col">{{head}}</th><th scope="col">{{#vi}}Qua bưu chính{{/vi}}{{#en}}By post{{/en}}</th><th scope="col" class="number">{{#vi}}Còn thiếu{{/vi}}{{#en}}Missing{{/en}}</th></tr></thead>
  <tbody>
  {{#rows}}
  <tr><th scope="row">{{#number}}{{.}} {{/number}}<span{{#whatLang}} lang="{{.}}"{{/whatLang}}>{{what}}</span> <small class="code">{{whatCode}}</small>
  {{#hasOpen}}<details><summary>{{#vi}}Có thể phục vụ tiếp{{/vi}}{{#en}}What might come next{{/en}}</summary><ul class="plain">
  {{#open}}<li><span lang="vi">{{procedure}}</span> <small><span class="code">{{procedureCode}}</span>, {{standing}}</small></li>{{/open}}
  </ul></details>{{/hasOpen}}</th>
  <td class="shares"><strong>{{share}}</strong> {{{bar}}}<small>{{base}}</small></td>
  <td class="number">{{lack}} <small><span class="badge {{verdictTone}}">{{verdict}}</span></small></td></tr>
  {{/rows}}
  </tbody>
  </table>
  </div>

  """
