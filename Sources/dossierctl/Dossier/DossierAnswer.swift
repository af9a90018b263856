import Dossiers
import Store
import Web

/// A report as a program reads it, with the agency that the dossier was opened at and the events that it stands on.
struct DossierAnswer: Encodable {
  let report: CaseReport
  /// The same report with its deadlines explained, where that was asked for.
  let explained: ExplainedReport?
  let events: StandingEventList
  /// The lives of its alerts, where that was asked for.
  let notices: [ToldHistory.Life]?

  private enum Keys: String, CodingKey {
    case origin, events, notices
  }

  func encode(to encoder: any Encoder) throws {
    if let explained { try explained.encode(to: encoder) } else { try report.encode(to: encoder) }
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(report.origin, forKey: .origin)
    try container.encode(events, forKey: .events)
    try container.encodeIfPresent(notices, forKey: .notices)
  }
}

/// The events that a dossier stands on, those marked that were recorded late.
struct StandingEventList: Encodable {
  private struct Entry: Encodable {
    let time: String
    let recorded: String
    let mark: String?
    let event: String
    let item: ItemID?
    let source: String
    let id: String
  }

  private let entries: [Entry]

  init(_ events: [LoggedEvent], lateBeyondHours hours: Int) {
    entries = events.map { logged in
      Entry(
        time: logged.event.time.rfc3339, recorded: logged.recorded.rfc3339,
        mark: logged.isLate(beyond: .hours(Int64(hours))) ? LoggedEvent.lateMark : nil, event: logged.word,
        item: logged.event.concernedItem, source: logged.event.identity.source.text, id: logged.event.identity.id)
    }
  }

  func encode(to encoder: any Encoder) throws { try entries.encode(to: encoder) }

  /// The events for people.
  var table: Table {
    var table = Table("event", "item", "time", "recorded", "mark", "source", "id")
    for entry in entries {
      table.add(
        entry.event, entry.item?.text ?? "", entry.time, entry.recorded, entry.mark ?? "", entry.source, entry.id)
    }
    return table
  }
}
