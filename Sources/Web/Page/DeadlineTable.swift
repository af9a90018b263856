import Dossiers
import Store

/// A deadline as a row of a table, with why it is due when it is; each moment is an array of none or one.
struct DeadlineRow {
  let clock: String
  let deadlineItem: String
  let round: Int
  let started: Moment
  let due: [Moment]
  let isProvisional: Bool
  let warnings: [Moment]
  let state: String
  let tone: String
  let met: [Moment]
  let pieces: [Piece]
  let hasPieces: Bool
  let law: [String]
  let moves: [String]

  /// A piece of the time from the start to the due instant.
  struct Piece {
    let from: Moment
    let until: [Moment]
    let why: String
    let used: String
    let pieceTone: String
    let pieceLaw: [String]
  }

  init(_ explained: ExplainedDeadline, at now: Instant, _ language: Language) {
    let deadline = explained.deadline
    let state = deadline.state(at: now)
    clock = deadline.clock.words[language]
    deadlineItem = deadline.item?.text ?? ""
    round = deadline.round
    started = Moment(deadline.started, language)
    due = [Moment(deadline.dueDate.due, lastDay: deadline.dueDate.lastDay, language)].compactMap(\.self)
    isProvisional = deadline.isProvisional
    warnings = deadline.end == nil ? deadline.warnings.map { Moment($0, language) } : []
    self.state = state.words[language]
    tone = Self.tone(deadline, state, now)
    met = [deadline.met].compactMap(\.self).map { Moment($0, language) }
    pieces = (explained.explanation?.pieces ?? []).suffix(Self.mostPieces).map { Piece($0, of: explained, language) }
    hasPieces = !pieces.isEmpty
    law = [deadline.basis?.law].compactMap(\.self).map { language == .vi ? Citation.vietnamese($0) : $0 }
    moves = explained.history.map { move in
      let recorded = Moment(move.recorded, language).human
      let (before, after) = (Self.due(move.before, language), Self.due(move.after, language))
      return Phrase(
        "Lịch mới, ghi nhận lúc \(recorded), dời hạn từ \(before) sang \(after).",
        "A new calendar, recorded at \(recorded), moved it from \(before) to \(after).")[language]
    }
  }

  /// A term of a year in working hours has more pieces than anybody reads.
  private static let mostPieces = 120

  private static func due(_ date: DueDate, _ language: Language) -> String {
    Moment(date.due, lastDay: date.lastDay, language)?.human ?? "–"
  }

  private static func tone(_ deadline: Deadline, _ state: Deadline.State, _ now: Instant) -> String {
    switch state {
    case .breached: "bad"
    case .metLate: "near"
    case .open: deadline.warn.map { $0 <= now } ?? false ? "near" : "good"
    case .met: "good"
    case .paused, .cancelled: "calm"
    }
  }
}

extension DeadlineRow.Piece {
  init(_ piece: Explanation.Piece, of explained: ExplainedDeadline, _ language: Language) {
    from = Moment(piece.from, language)
    until = [piece.until].compactMap(\.self).map { Moment($0, language) }
    why = language == .vi ? explained.vietnamese(piece.why) : explained.english(piece.why)
    used = Self.words(piece.used, language)
    switch piece.why {
    case .counted: pieceTone = "counted"
    case .paused: pieceTone = "paused"
    case .closed, .rule: pieceTone = "left"
    }
    pieceLaw = [explained.law(piece.why)].compactMap(\.self).map { language == .vi ? Citation.vietnamese($0) : $0 }
  }

  private static func words(_ amount: Explanation.Amount, _ language: Language) -> String {
    switch amount {
    case .time(.zero), .days(millionths: 0): return ""
    case .time(let span):
      let minutes = span.seconds / 60
      return Phrase(
        "\(minutes / 60) giờ \(minutes % 60) phút", "\(minutes / 60) h \(minutes % 60) min")[language]
    case .days(let millionths):
      let days = Double(millionths) / 1_000_000
      let text = days == days.rounded() ? "\(Int(days))" : "\(days)"
      return Phrase("\(text.replacing(".", with: ",")) ngày", days == 1 ? "1 day" : "\(text) days")[language]
    }
  }
}

/// The table of `page.deadlines`.
let deadlineTableTemplate = """
  <h2 id="deadlines">{{#vi}}Thời hạn{{/vi}}{{#en}}Deadlines{{/en}}</h2>
  {{^page.hasDeadlines}}
  <p>{{#vi}}Chưa có thời hạn nào.{{/vi}}{{#en}}No deadline was set yet.{{/en}}</p>
  {{/page.hasDeadlines}}
  {{#page.hasDeadlines}}
  <div class="scroll" role="region" tabindex="0" aria-labelledby="deadlines">
  <table class="stack">
  <thead><tr>
  <th scope="col">{{#vi}}Thời hạn{{/vi}}{{#en}}Deadline{{/en}}</th>
  <th scope="col">{{#vi}}Bắt đầu và đến hạn{{/vi}}{{#en}}Started and due{{/en}}</th>
  <th scope="col">{{#vi}}Tình trạng{{/vi}}{{#en}}State{{/en}}</th>
  </tr></thead>
  <tbody>
  {{#page.deadlines}}
  <tr>
  <th scope="row">{{clock}} <small class="code">{{deadlineItem}}</small>
  <small>{{#vi}}lần {{round}}{{/vi}}{{#en}}round {{round}}{{/en}}</small></th>
  <td>
  {{#due}}<strong><time datetime="{{machine}}">{{human}}</time></strong>{{/due}}
  {{#isProvisional}}<small>{{#vi}}tạm tính{{/vi}}{{#en}}provisional (tạm tính){{/en}}</small>{{/isProvisional}}
  {{^due}}{{#vi}}chưa có ngày, đang tạm dừng{{/vi}}{{#en}}no date while paused{{/en}}{{/due}}
  {{#started}}<small>{{#vi}}Bắt đầu:{{/vi}}{{#en}}Started:{{/en}} <time datetime="{{machine}}">{{human}}</time></small>{{/started}}
  {{#warnings}}<small>{{#vi}}Nhắc:{{/vi}}{{#en}}Warning:{{/en}} <time datetime="{{machine}}">{{human}}</time></small>{{/warnings}}
  {{#moves}}<small>{{.}}</small>{{/moves}}
  {{#hasPieces}}
  <details><summary>{{#vi}}Vì sao đến hạn lúc đó{{/vi}}{{#en}}Why it is due then{{/en}}</summary>
  {{#law}}<p><small>{{.}}</small></p>{{/law}}
  <ol class="pieces">
  {{#pieces}}
  <li class="{{pieceTone}}">{{#from}}<time datetime="{{machine}}">{{human}}</time>{{/from}} – {{#until}}<time datetime="{{machine}}">{{human}}</time>{{/until}}{{^until}}…{{/until}}: {{why}} <strong>{{used}}</strong>{{#pieceLaw}} <small>{{.}}</small>{{/pieceLaw}}</li>
  {{/pieces}}
  </ol></details>
  {{/hasPieces}}
  </td>
  <td><span class="badge {{tone}}">{{state}}</span>
  {{#met}}<small>{{#vi}}Xong:{{/vi}}{{#en}}Done:{{/en}} <time datetime="{{machine}}">{{human}}</time></small>{{/met}}
  </td>
  </tr>
  {{/page.deadlines}}
  </tbody>
  </table>
  </div>
  {{/page.hasDeadlines}}

  """
