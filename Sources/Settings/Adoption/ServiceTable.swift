import Dossiers

/// `services.csv`, which may be left out: the procedures of each agency that the post serves, or might.
struct ServiceTable {
  /// The entries; nil where there is no such table.
  let services: [PostalService]?

  init(_ folder: Written, registry: Registry, known: KnownCodes) {
    guard TextFile.isThere(TextFile.resolve("services.csv", in: folder.text)) else {
      services = nil
      return
    }
    let table = Table(
      "services.csv", in: folder,
      columns: ["agency", "procedure", "survey", "agreement_from", "agreement_to", "served_from", "served_to"],
      optional: ["listed_from", "listed_to", "note"])
    var entries: [Pair: [(service: PostalService, place: Place)]] = [:]
    services = table.rows.compactMap { row in
      guard let service = ServiceTable.service(row, registry, known) else { return nil }
      let pair = Pair(agency: service.agency, procedure: service.procedure)
      if let first = entries[pair]?.first(where: { $0.service.contradicts(service) }) {
        row["procedure"].refuse(
          "days that do not overlap where a procedure of an agency comes again",
          found: "\(pair.procedure) of \(pair.agency) as in \(first.place.short)",
          advice: "remove one, or part their days: of both served, or of both listed")
      }
      entries[pair, default: []].append((service, row.place))
      return service
    }
  }

  private struct Pair: Hashable {
    let agency: AgencyCode
    let procedure: ProcedureCode
  }

  private static func service(_ row: Row, _ registry: Registry, _ known: KnownCodes) -> PostalService? {
    let agency = row["agency"].agency(among: known)
    let procedure = row["procedure"].procedure(among: known)
    let survey = row["survey"].choice(PostalService.Survey.self)
    let listed = row.days("listed_from", "listed_to")
    let agreement = row.days("agreement_from", "agreement_to")
    let served = row.days("served_from", "served_to")
    guard let agency, let procedure, let survey, let listed, let agreement, let served else { return nil }
    let service = PostalService(
      agency: agency, procedure: procedure, survey: survey, listed: listed, agreement: agreement.ifAny,
      served: served.ifAny)
    check(service, row)
    if let entry = registry.agencies[agency] { check(service, of: entry, row) }
    return service
  }

  /// An agreement or a service begins on a day, and a service lies within an agreement.
  private static func check(_ service: PostalService, _ row: Row) {
    for (days, kind) in [(service.agreement, "agreement"), (service.served, "served")] where days != nil {
      guard days?.first == nil else { continue }
      row["\(kind)_from"].refuse(
        "the first day of what ends on \(row["\(kind)_to"].text)", found: "nothing", advice: "fill it in")
      return
    }
    guard let served = service.served, let start = served.first else { return }
    if service.survey == .unsuitable {
      row["survey"].refuse(
        "suitable for what the post serves from \(start) on", advice: "correct the survey's result or the days")
    }
    guard let agreement = service.agreement, let signed = agreement.first, signed <= start else {
      let found = service.agreement?.first.map { "one from \($0) on" } ?? "none"
      return row["agreement_from"].refuse(
        "an agreement in force on \(start), when the service begins", found: found, advice: "correct one of the days")
    }
    guard let ends = agreement.last, served.last.map({ ends < $0 }) ?? true else { return }
    row["served_to"].refuse(
      "a last day no later than the agreement's, \(ends)", found: served.last.map { "\($0)" } ?? "none",
      advice: "end the service, or write the new agreement in a row of its own")
  }

  /// Nothing is served before its agency exists, nor from a day on which that is no more.
  private static func check(_ service: PostalService, of agency: Agency, _ row: Row) {
    guard let start = service.served?.first, !DayRange(agency.since, agency.until).contains(start) else { return }
    let exists = [agency.since.map { "from \($0)" }, agency.until.map { "until \($0)" }].compactMap(\.self)
    row["served_from"].refuse(
      "a day on which \(service.agency) exists, \(exists.joined(separator: " "))",
      advice: "correct the day, or name the agency of that day")
  }
}

extension PostalService {
  /// Whether the two cannot both be meant.
  fileprivate func contradicts(_ other: PostalService) -> Bool {
    guard listed.overlaps(other.listed) else { return false }
    guard let served, let theirs = other.served else { return true }
    return served.overlaps(theirs)
  }
}

extension DayRange {
  /// Itself, or nil where neither end was written.
  fileprivate var ifAny: DayRange? { first == nil && last == nil ? nil : self }
}

extension Row {
  /// The days from the one in column `first` to the one in column `last`, open where a field is empty; nil once it is
  /// reported what is wrong with them.
  func days(_ first: String, _ last: String) -> DayRange? {
    let mistakes = problems.errors.count
    let from = self[first].ifAny?.date()
    let until = self[last].ifAny?.date()
    if let from, let until, until < from {
      self[last].refuse("a day on or after \(from)", advice: "correct one of the two days")
    }
    return problems.errors.count == mistakes ? DayRange(from, until) : nil
  }
}
