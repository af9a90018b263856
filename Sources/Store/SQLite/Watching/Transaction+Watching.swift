import Dossiers
import GRDB

extension Transaction {
  /// After so long nothing that a device kept back would be taken any more.
  private static let givenUpAfter = Span.days(60)

  /// Raises and resolves what concerns a post office as a whole: that it gives no sign of life, or that events of one of
  /// its devices are missing. Says whether there is news.
  func watchDevices(_ working: inout Working) throws -> Bool {
    working.devices.giveUp(before: now.advanced(by: Span(microseconds: -Transaction.givenUpAfter.microseconds)))
    try working.devices.save(db)
    let wasSilent = try standingSubjects(.silentOffice)
    let wasMissing = try standingSubjects(.sequenceGap)
    let silent = silentOffices(working)
    let missing = openGaps(working)
    var isNews = false
    for (office, since) in silent where !wasSilent.contains(office) {
      isNews = try setStanding(.silentOffice, office, since: since, working) || isNews
    }
    for office in wasSilent where silent[office] == nil {
      isNews = try setStanding(.silentOffice, office, since: nil, working) || isNews
    }
    for (device, since) in missing where !wasMissing.contains(device) {
      isNews = try setStanding(.sequenceGap, device, since: since, working) || isNews
    }
    for device in wasMissing where missing[device] == nil {
      isNews = try setStanding(.sequenceGap, device, since: nil, working) || isNews
    }
    return isNews
  }

  /// The offices that were heard once, and not for longer of their own opening time than they may be silent; each with
  /// the instant from which that is so.
  private func silentOffices(_ working: Working) -> [String: Instant] {
    guard let bound = working.telling.routing.silentOfficeAfter else { return [:] }
    var heard: [OfficeCode: Instant] = [:]
    for (number, device) in working.devices.devices {
      guard let office = working.sources.source(number)?.office else { continue }
      heard[office] = max(heard[office] ?? device.heard, device.heard)
    }
    let registry = working.rules.registries.latest
    let schedule = working.rules.calendars.latest.schedule(of: nil)
    var silent: [String: Instant] = [:]
    for (office, last) in heard where registry.offices[office] != nil {
      if let since = schedule.instant(after: bound, from: last), since < now { silent[office.text] = since }
    }
    return silent
  }

  /// The devices of which events are missing for longer than they may be; each with the instant from which that is so.
  private func openGaps(_ working: Working) -> [String: Instant] {
    guard let bound = working.telling.routing.gapAfter else { return [:] }
    var gaps: [String: Instant] = [:]
    for (number, device) in working.devices.devices {
      guard let oldest = device.received?.holes.map(\.since).min(), let source = working.sources.source(number) else {
        continue
      }
      let since = oldest.advanced(by: bound)
      if since <= now { gaps[source.text] = since }
    }
    return gaps
  }

  /// What the standing alerts of a kind are about.
  func standingSubjects(_ what: Notice.What) throws -> Set<String> {
    Set(
      try String.fetchAll(
        db.cachedStatement(
          sql:
            "SELECT subject FROM alerts WHERE clock = ? AND owner IS NULL AND state = 'firing' AND subject IS NOT NULL"),
        arguments: [what.rawValue]))
  }
}
