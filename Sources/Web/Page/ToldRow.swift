import Dossiers
import Store

/// Who was told what of an alert, or will be.
struct ToldRow {
  let told: Moment
  let isWaiting: Bool
  let notice: String
  let reason: String
  let about: String
  let receiver: String
  let receiverName: [String]
  let address: [String]
  let outcome: String
  let outcomeTone: String

  /// All of `histories`, the oldest first, and what waits at the end.
  static func rows(
    _ histories: [AlertHistory], _ registry: Registry, withAddresses: Bool, _ language: Language
  ) -> [ToldRow] {
    let told = histories.flatMap { history in history.told.map { (history.alert, $0) } }.sorted { $0.1.at < $1.1.at }
    let waiting = histories.flatMap { history in history.waiting.map { (history.alert, $0) } }
      .sorted { $0.1.notBefore < $1.1.notBefore }
    return told.map { alert, telling in
      let outcome = ToldRow.outcome(telling.outcome)
      return ToldRow(
        told: Moment(telling.at, language), isWaiting: false, notice: telling.what.words[language],
        reason: telling.reason.words[language], about: about(alert, language), receiver: telling.receiver.text,
        receiverName: name(telling.receiver, registry), address: withAddresses ? [telling.address] : [],
        outcome: outcome.words[language], outcomeTone: outcome.tone)
    }
      + waiting.map { alert, waiting in
        let isSilenced = waiting.silence != nil
        return ToldRow(
          told: Moment(waiting.notBefore, language), isWaiting: true, notice: waiting.what.words[language],
          reason: waiting.reason.words[language], about: about(alert, language), receiver: waiting.receiver.text,
          receiverName: name(waiting.receiver, registry), address: [],
          outcome: (isSilenced ? Phrase("Đang tạm im", "Silenced") : Phrase("Chờ gửi", "Waits"))[language],
          outcomeTone: "calm")
      }
  }

  private static func outcome(_ outcome: String) -> (words: Phrase, tone: String) {
    switch outcome {
    case "refused": (Phrase("Bị từ chối", "Refused"), "bad")
    case "unknown": (Phrase("Không rõ đã đến chưa", "May have arrived"), "near")
    default: (Phrase("Đã gửi", "Sent"), "good")
    }
  }

  private static func about(_ alert: AlertLine, _ language: Language) -> String {
    (alert.subject?.clock?.words ?? AlertWords.matter(alert.kind))[language]
  }

  private static func name(_ receiver: ReceiverID, _ registry: Registry) -> [String] {
    [receiver.agency.flatMap { registry.agencies[$0]?.name }].compactMap(\.self)
  }
}

extension Notice.What {
  fileprivate var words: Phrase {
    switch self {
    case .resolved, .retracted, .cancelled: AlertWords.state(rawValue)
    case .changed: Phrase("Đổi hạn", "Due date changed")
    case .warning, .breach, .lost, .damaged, .deaf, .silentOffice, .sequenceGap, .tallyDiffers, .mailRefused,
      .calendarHorizon:
      AlertWords.kind(rawValue)
    }
  }
}

extension Notice.Reason {
  fileprivate var words: Phrase {
    switch self {
    case .first: Phrase("báo lần đầu", "first told")
    case .escalated: Phrase("chuyển cấp", "escalated")
    case .again: Phrase("nhắc lại", "told again")
    case .reminder: Phrase("nhắc sau khi đã nhận xử lý", "reminder after it was in hand")
    case .followUp: Phrase("báo tiếp", "follow-up")
    }
  }
}

/// The table of `page.told`.
let toldTableTemplate = """
  <h2 id="told">{{#vi}}Ai đã được báo{{/vi}}{{#en}}Who was told{{/en}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="told">
  <table class="stack">
  <thead><tr>
  <th scope="col">{{#vi}}Thông báo{{/vi}}{{#en}}Notice{{/en}}</th>
  <th scope="col">{{#vi}}Người nhận{{/vi}}{{#en}}Receiver{{/en}}</th>
  <th scope="col">{{#vi}}Lúc{{/vi}}{{#en}}When{{/en}}</th>
  </tr></thead>
  <tbody>
  {{#page.told}}
  <tr>
  <th scope="row">{{notice}} <small>{{about}}, {{reason}}</small></th>
  <td><span class="code">{{receiver}}</span>{{#receiverName}}<small lang="vi">{{.}}</small>{{/receiverName}}{{#address}}<small>{{.}}</small>{{/address}}</td>
  <td><span class="badge {{outcomeTone}}">{{outcome}}</span><small>{{#isWaiting}}{{#vi}}không trước{{/vi}}{{#en}}not before{{/en}} {{/isWaiting}}{{#told}}<time datetime="{{machine}}">{{human}}</time>{{/told}}</small></td>
  </tr>
  {{/page.told}}
  </tbody>
  </table>
  </div>

  """
