import Dossiers
import Hummingbird
import Store

/// `/offices`: the post offices with when each was last heard; `/offices/{code}`: one with its devices.
struct OfficesPage: Sendable {
  let site: Site
  let pages: Pages

  /// An office.
  struct Line {
    let code: String
    let name: String
    let district: String
    let heard: [Moment]
    let silence: String
    let lineTone: String
    let devices: String
  }

  /// What the page of one office shows.
  struct One {
    let code: String
    let district: String
    let isRemote: Bool
    let silence: String
    let lineTone: String
    let devices: [Device]
    let hasDevices: Bool
    let rhythm: RhythmModel
  }

  /// A device.
  struct Device {
    let name: String
    let heard: Moment
  }

  func add(to router: RouterGroup<WebContext>) {
    router.get("offices") { request, context in
      let language = Language(request)
      let entries = try await site.offices(request, context)
      let list = NamedList(entries, request, size: 100) { entry in
        Line(
          code: entry.code.text, name: entry.office.name, district: site.district(of: entry.office),
          heard: [entry.heard].compactMap(\.self).map { Moment($0, language) }, silence: entry.words[language],
          lineTone: entry.tone, devices: Number.words(entry.devices.count, language))
      }
      return try pages.render(
        .offices, list, title: Phrase("Bưu cục", "Post offices"), request, context)
    }
    router.get("offices/:code") { request, context in
      let language = Language(request)
      let entry = try await site.office(context)
      let devices = entry.devices.map { Device(name: $0.source.text, heard: Moment($0.heard, language)) }
      let model = One(
        code: entry.code.text, district: site.district(of: entry.office), isRemote: entry.office.isRemote,
        silence: entry.words[language], lineTone: entry.tone, devices: devices, hasDevices: !devices.isEmpty,
        rhythm: RhythmModel(await site.scans(of: entry.code, context.logger), language))
      let name = entry.office.name
      return try pages.render(.office, model, title: Phrase(name, name), request, context)
    }
  }
}

/// An office with when it was heard.
struct OfficeEntry: Sendable {
  let code: OfficeCode
  let office: PostOffice
  let devices: [HeardDevice]
  /// The working days since it was last heard, that day not counted; nil where it never was.
  let silentDays: Int?
  /// Whether an alert says that it is silent.
  let isSilent: Bool

  /// When it was last heard; nil where it never was.
  var heard: Instant? { devices.map(\.heard).max() }

  var tone: String { isSilent ? "bad" : silentDays.map { $0 > 0 ? "near" : "good" } ?? "calm" }

  var words: Phrase {
    guard let days = silentDays else { return Phrase("chưa từng có tín hiệu", "never heard") }
    let silence = Phrase("im lặng \(days) ngày làm việc", "silent for \(days) working days")
    if isSilent { return silence }
    return days > 0 ? silence : Phrase("có tín hiệu", "heard")
  }
}

extension Site {
  /// The offices whose name or code is asked for, the silent ones first.
  func offices(_ request: Request, _ context: WebContext) async throws -> [OfficeEntry] {
    _ = try context.visit.viewer(in: .offices)
    let search = NameSearch(request)
    let devices = Dictionary(grouping: try await store.devices(of: nil)) { $0.source.office }
    let silent = try await silentOffices()
    return registry().offices.filter { code, office in
      search.finds("\(office.name) \(code)")
    }.map { entry($0.key, $0.value, devices[$0.key] ?? [], silent) }
      .sorted {
        ($1.isSilent ? 1 : 0, $1.silentDays ?? -1, $0.code) < ($0.isSilent ? 1 : 0, $0.silentDays ?? -1, $1.code)
      }
  }

  /// The office that a request's path names.
  func office(_ context: WebContext) async throws -> OfficeEntry {
    _ = try context.visit.viewer(in: .offices)
    guard let code = OfficeCode(context.parameters.get("code") ?? ""), let office = registry().offices[code] else {
      throw RequestError.noSuchPage
    }
    return entry(code, office, try await store.devices(of: code), try await silentOffices())
  }

  /// The name of the district that an office lies in.
  func district(of office: PostOffice) -> String { registry().districts[office.district]?.name ?? office.district }

  private func silentOffices() async throws -> Set<OfficeCode> {
    var selection = AlertSelection(limit: 500)
    selection.kinds = ["silent-office"]
    return Set(try await store.alerts(selection).compactMap { $0.subject?.office })
  }

  private func entry(
    _ code: OfficeCode, _ office: PostOffice, _ devices: [HeardDevice], _ silent: Set<OfficeCode>
  ) -> OfficeEntry {
    let days = devices.map(\.heard).max().map { heard in
      source.calendar().workingDays(from: LocalDate(heard).adding(1), until: LocalDate(now()))
    }
    return OfficeEntry(
      code: code, office: office, devices: devices, silentDays: days.map { max($0, 0) }, isSilent: silent.contains(code)
    )
  }
}

/// The offices.
let officesTemplate = """
  <form class="choice" action="/offices" method="get">
  <label for="name">{{#vi}}Tên hoặc mã{{/vi}}{{#en}}Name or code{{/en}}</label>
  <input id="name" name="name" value="{{page.search}}" maxlength="64" autocomplete="off">
  {{#en}}<input type="hidden" name="lang" value="en">{{/en}}
  <button>{{#vi}}Lọc{{/vi}}{{#en}}Filter{{/en}}</button>
  </form>
  {{^page.hasRows}}<p>{{#vi}}Không có bưu cục nào.{{/vi}}{{#en}}There are no post offices.{{/en}}</p>{{/page.hasRows}}
  {{#page.hasRows}}
  <div class="scroll" role="region" tabindex="0" aria-labelledby="list">
  <table>
  <caption id="list">{{#vi}}Bưu cục, im lặng lâu nhất trước{{/vi}}{{#en}}Post offices, the longest silent first{{/en}}</caption>
  <thead><tr><th scope="col">{{#vi}}Bưu cục{{/vi}}{{#en}}Post office{{/en}}</th><th scope="col">{{#vi}}Nghe lần cuối{{/vi}}{{#en}}Last heard{{/en}}</th><th scope="col" class="number">{{#vi}}Thiết bị{{/vi}}{{#en}}Devices{{/en}}</th></tr></thead>
  <tbody>
  {{#page.rows}}
  <tr><th scope="row"><a lang="vi" href="/offices/{{code}}{{query}}">{{name}}</a> <small><span class="code">{{code}}</span> <span lang="vi">{{district}}</span></small></th>
  <td><span class="badge {{lineTone}}">{{silence}}</span>{{#heard}}<small><time datetime="{{machine}}">{{human}}</time></small>{{/heard}}</td>
  <td class="number">{{devices}}</td></tr>
  {{/page.rows}}
  </tbody>
  </table>
  </div>
  {{/page.hasRows}}
  {{>paging}}

  """

/// One office.
let officeTemplate = """
  <dl class="facts">
  <div><dt>{{#vi}}Mã{{/vi}}{{#en}}Code{{/en}}</dt><dd class="code">{{page.code}}</dd></div>
  <div><dt>{{#vi}}Địa bàn{{/vi}}{{#en}}District{{/en}}</dt><dd lang="vi">{{page.district}}</dd></div>
  {{#page.isRemote}}<div><dt>{{#vi}}Vùng{{/vi}}{{#en}}Terrain{{/en}}</dt><dd>{{#vi}}địa hình đặc thù{{/vi}}{{#en}}special{{/en}}</dd></div>{{/page.isRemote}}
  <div><dt>{{#vi}}Tín hiệu{{/vi}}{{#en}}Signal{{/en}}</dt><dd><span class="badge {{page.lineTone}}">{{page.silence}}</span></dd></div>
  </dl>
  {{>rhythm}}
  <h2 id="devices">{{#vi}}Thiết bị{{/vi}}{{#en}}Devices{{/en}}</h2>
  {{^page.hasDevices}}<p>{{#vi}}Chưa nghe thiết bị nào.{{/vi}}{{#en}}No device was heard yet.{{/en}}</p>{{/page.hasDevices}}
  {{#page.hasDevices}}
  <div class="scroll" role="region" tabindex="0" aria-labelledby="devices">
  <table>
  <thead><tr><th scope="col">{{#vi}}Thiết bị{{/vi}}{{#en}}Device{{/en}}</th><th scope="col">{{#vi}}Nghe lần cuối{{/vi}}{{#en}}Last heard{{/en}}</th></tr></thead>
  <tbody>
  {{#page.devices}}<tr><th scope="row" class="code">{{name}}</th><td>{{#heard}}<time datetime="{{machine}}">{{human}}</time>{{/heard}}</td></tr>{{/page.devices}}
  </tbody>
  </table>
  </div>
  {{/page.hasDevices}}

  """
