import Dossiers
import Store

/// An alert as a row of a table.
struct AlertRow {
  let kind: String
  let tone: String
  let state: String
  let matter: String
  let item: String
  let codes: [String]
  let agency: String
  let origin: [String]
  let sinceMachine: String
  let sinceHuman: String
  let due: [Moment]
  let isProvisional: Bool

  init(_ line: AlertLine, _ registry: Registry, today: LocalDate, _ language: Language) {
    kind = AlertWords.kind(line.kind)[language]
    tone = AlertWords.tone(kind: line.kind, state: line.state)
    state = AlertWords.state(line.state)[language]
    matter = (line.subject?.clock?.words ?? AlertWords.matter(line.kind))[language]
    item = line.subject?.item?.text ?? ""
    codes = line.subject?.dossiers.map(\.text) ?? []
    let name = { (code: AgencyCode) in registry.agencies[code]?.name ?? code.text }
    let agency = line.agency(on: today, in: registry)
    self.agency = agency.map(name) ?? ""
    origin = [line.origin].compactMap(\.self).filter { $0 != agency }.map(name)
    let since = Moment(line.since, language)
    sinceMachine = since.machine
    sinceHuman = since.human
    due = [Moment(line.subject?.due, lastDay: line.subject?.lastDay, language)].compactMap(\.self)
    isProvisional = line.subject?.isProvisional ?? false
  }
}

/// The table of `page.alerts`.
let alertTableTemplate = """
  <div class="scroll" role="region" tabindex="0" aria-labelledby="alerts-caption">
  <table>
  <caption id="alerts-caption">{{page.caption}}</caption>
  <thead><tr>
  <th scope="col">{{#vi}}Cảnh báo{{/vi}}{{#en}}Alert{{/en}}</th>
  <th scope="col">{{#vi}}Về{{/vi}}{{#en}}About{{/en}}</th>
  <th scope="col">{{#vi}}Từ lúc{{/vi}}{{#en}}Since{{/en}}</th>
  </tr></thead>
  <tbody>
  {{#page.alerts}}
  <tr>
  <th scope="row"><span class="badge {{tone}}">{{kind}}</span> <small>{{state}}</small></th>
  <td>
  <div>{{matter}}</div>
  {{#codes}}<div><a class="code" href="/dossiers/{{.}}{{query}}">{{.}}</a></div>{{/codes}}
  <small class="code">{{item}}</small>
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
