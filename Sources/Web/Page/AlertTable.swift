import Dossiers
import Store

/// An alert as a row of a table.
struct AlertRow {
  let id: Int64
  let kind: String
  let tone: String
  let state: String
  let matter: String
  let items: [String]
  let codes: [String]
  let agency: String
  let origin: [String]
  let office: [String]
  let sinceMachine: String
  let sinceHuman: String
  let due: [Moment]
  let isProvisional: Bool
  let isStanding: Bool
  let held: [Moment]
  /// Whether whoever looks may say that it is in hand.
  let mayAcknowledge: Bool
  /// Whether the codes lead somewhere for whoever looks.
  let mayOpen: Bool

  init(_ line: AlertLine, _ registry: Registry, now: Instant, _ language: Language, _ role: Viewer.Role? = nil) {
    id = line.id
    kind = AlertWords.kind(line.kind)[language]
    tone = AlertWords.tone(kind: line.kind, state: line.state)
    state = AlertWords.state(line.state)[language]
    matter = (line.subject?.clock?.words ?? AlertWords.matter(line.kind))[language]
    items = [line.subject?.item?.text].compactMap(\.self)
    codes = line.subject?.dossiers.map(\.text) ?? []
    let name = { (code: AgencyCode) in registry.agencies[code]?.name ?? code.text }
    let agency = line.agency(on: LocalDate(now), in: registry)
    self.agency = agency.map(name) ?? ""
    origin = [line.origin].compactMap(\.self).filter { $0 != agency }.map(name)
    let place = line.subject?.office.map { registry.offices[$0]?.name ?? $0.text }
    office = [place, line.subject?.matter, line.subject?.tally?.words[language]].compactMap(\.self)
    let since = Moment(line.since, language)
    sinceMachine = since.machine
    sinceHuman = since.human
    due = [Moment(line.subject?.due, lastDay: line.subject?.lastDay, language)].compactMap(\.self)
    isProvisional = line.subject?.isProvisional ?? false
    isStanding = line.over == nil
    let until = line.heldUntil.flatMap { line.over == nil && now < $0 ? $0 : nil }
    held = [until].compactMap(\.self).map { Moment($0, language) }
    mayAcknowledge = isStanding && held.isEmpty && role?.mayAcknowledge == true
    mayOpen = role?.areas.contains(.dossiers) ?? false
  }
}

/// The table of `page.alerts`.
let alertTableTemplate = """
  <div class="scroll" role="region" tabindex="0" aria-labelledby="alerts-caption">
  <table class="stack">
  <caption id="alerts-caption">{{page.caption}}</caption>
  <thead><tr>
  <th scope="col">{{#vi}}Cảnh báo{{/vi}}{{#en}}Alert{{/en}}</th>
  <th scope="col">{{#vi}}Về{{/vi}}{{#en}}About{{/en}}</th>
  <th scope="col">{{#vi}}Từ lúc{{/vi}}{{#en}}Since{{/en}}</th>
  </tr></thead>
  <tbody>
  {{#page.alerts}}
  <tr>
  <th scope="row"><span class="badge {{tone}}">{{kind}}</span> <small>{{state}}</small>
  {{#held}}<small>{{#vi}}Đang xử lý đến{{/vi}}{{#en}}In hand until{{/en}} <time datetime="{{machine}}">{{human}}</time></small>{{/held}}
  {{#mayAcknowledge}}<form action="/alerts/{{id}}/acknowledge{{query}}" method="post"><input type="hidden" name="seal" value="{{seal}}"><button aria-label="{{#vi}}Đang xử lý cảnh báo số {{id}}{{/vi}}{{#en}}Alert {{id}} is in hand{{/en}}">{{#vi}}Đang xử lý{{/vi}}{{#en}}In hand{{/en}}</button></form>{{/mayAcknowledge}}</th>
  <td>
  <div>{{matter}} {{#office}}<span>{{.}}</span> {{/office}}</div>
  {{#codes}}<div>{{#mayOpen}}<a class="code" href="/dossiers/{{.}}{{query}}">{{.}}</a>{{/mayOpen}}{{^mayOpen}}<span class="code">{{.}}</span>{{/mayOpen}}</div>{{/codes}}
  {{#items}}<small><a class="code" href="/items/{{.}}{{query}}">{{.}}</a></small>{{/items}}
  <small lang="vi">{{agency}}</small>
  {{#origin}}<small>{{#vi}}Nhận từ{{/vi}}{{#en}}Taken over from{{/en}} <span lang="vi">{{.}}</span></small>{{/origin}}
  </td>
  <td>
  <time datetime="{{sinceMachine}}">{{sinceHuman}}</time>
  {{#due}}<small>{{#vi}}Hạn:{{/vi}}{{#en}}Due:{{/en}} <time datetime="{{machine}}">{{human}}</time>{{#isProvisional}} ({{#vi}}tạm tính{{/vi}}{{#en}}provisional{{/en}}){{/isProvisional}}</small>{{/due}}
  </td>
  </tr>
  {{/page.alerts}}
  </tbody>
  </table>
  </div>

  """
