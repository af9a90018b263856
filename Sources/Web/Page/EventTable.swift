import Dossiers
import Store

/// An event as a step of a timeline, with its recording where that came late.
struct EventRow {
  let word: String
  let eventItem: [String]
  let place: [String]
  let time: Moment
  let late: [Moment]
  let source: String
  let event: String

  init(_ logged: LoggedEvent, lateBeyond bound: Span, _ registry: Registry, _ language: Language) {
    word = logged.words[language]
    eventItem = [logged.event.concernedItem?.text].compactMap(\.self)
    place = [registry.name(of: logged.event.identity.source)].compactMap(\.self)
    time = Moment(logged.event.time, language)
    late = logged.isLate(beyond: bound) ? [Moment(logged.recorded, language)] : []
    source = logged.event.identity.source.text
    event = logged.event.identity.id
  }
}

extension Registry {
  /// The name of the office or the agency that tells an event; nil of an operator.
  fileprivate func name(of source: EventSource) -> String? {
    switch source.party {
    case .scanner(let office, _): offices[office]?.name
    case .desk(let agency, _): agencies[agency]?.name
    case .operator: nil
    }
  }
}

/// The timeline of `page.events`.
let eventTableTemplate = """
  <h2 id="events">{{#vi}}Diễn biến{{/vi}}{{#en}}Timeline{{/en}}</h2>
  <ol class="timeline" aria-labelledby="events">
  {{#page.events}}
  <li>
  {{#time}}<time datetime="{{machine}}">{{human}}</time>{{/time}}
  <div><strong>{{word}}</strong> {{#place}}<span lang="vi">{{.}}</span>{{/place}}
  {{#eventItem}}<small class="code">{{.}}</small>{{/eventItem}}
  {{#late}}<small><span class="badge near">{{#vi}}Ghi nhận muộn{{/vi}}{{#en}}Recorded late{{/en}}</span> <time datetime="{{machine}}">{{human}}</time></small>{{/late}}
  <small class="code">{{source}} {{event}}</small></div>
  </li>
  {{/page.events}}
  </ol>

  """
