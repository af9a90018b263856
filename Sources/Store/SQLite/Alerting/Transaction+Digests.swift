import Dossiers
import GRDB

extension Transaction {
  /// Writes the digests of the day where their time has come, one to the lead of each agency that has something to be
  /// told; says whether there were any.
  func writeDigests(_ working: Working) throws -> Bool {
    let last = try Row.fetchOne(db.cachedStatement(sql: "SELECT until, seq FROM digests"))
    let since = last?.instant("until") ?? now
    guard let next = working.nextDigest(after: since) else { return false }
    guard next <= now else {
      // The first one ever tells of what comes from here on.
      if last == nil { try keepDigest(until: now, seq: try lastSeq()) }
      return false
    }
    let seq = try lastSeq()
    var windows = try agenciesWithAlerts(working).reduce(into: [AgencyCode: DigestWindow]()) { windows, agency in
      windows[agency] = DigestWindow(since: since, until: now)
    }
    for (agency, entry) in try deliveries(after: last.map { $0["seq"] } ?? seq, working) {
      windows[agency, default: DigestWindow(since: since, until: now)].delivered.append(entry)
    }
    for (agency, window) in windows.sorted(by: { $0.key < $1.key }) {
      try db.run(
        "INSERT INTO mails (created, attempts, not_before, receiver, grp, digest) VALUES (?, 0, ?, ?, ?, ?)",
        [
          now.microseconds, now.microseconds, ReceiverID(.lead, agency: agency).text, "digest",
          try window.data,
        ])
    }
    try keepDigest(until: now, seq: seq)
    return !windows.isEmpty
  }

  /// What a digest says as things stand now.
  func digest(_ window: DigestWindow, to receiver: ReceiverID, _ working: Working) throws -> Digest {
    let registry = working.rules.registries.latest
    let agencies = registry.agencies.keys.filter {
      registry.agency(inPlaceOf: $0, on: LocalDate(now)) == receiver.agency
    }
    let lines = try agencies.flatMap { agency in
      try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT * FROM alerts WHERE agency = ? AND state = 'firing' ORDER BY since"),
        arguments: [agency.text]
      ).map { try AlertLines.line($0, working, db) }
    }
    return Digest(
      since: Instant(microseconds: window.since), until: Instant(microseconds: window.until),
      overdue: lines.filter { $0.kind == "breach" }.sorted { ($0.since, $0.id) < ($1.since, $1.id) },
      dueSoon: lines.filter { $0.kind == "warning" }.sorted {
        ($0.subject?.due ?? $0.since, $0.id) < ($1.subject?.due ?? $1.since, $1.id)
      }, delivered: window.deliveries)
  }

  private func keepDigest(until: Instant, seq: Int64) throws {
    try db.run(
      "INSERT OR REPLACE INTO digests (id, until, seq) VALUES (1, ?, ?)", [until.microseconds, seq])
  }

  private func lastSeq() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT ifnull(max(seq), 0) FROM events")) ?? 0
  }

  private func agenciesWithAlerts(_ working: Working) throws -> Set<AgencyCode> {
    let registry = working.rules.registries.latest
    let codes = try String.fetchAll(
      db.cachedStatement(
        sql: "SELECT DISTINCT agency FROM alerts WHERE state = 'firing' AND agency IS NOT NULL"))
    return Set(codes.compactMap(AgencyCode.init).map { registry.agency(inPlaceOf: $0, on: LocalDate(now)) })
  }

  /// What reached citizens by the events behind `seq`, by the agency that has the dossiers now.
  private func deliveries(
    after seq: Int64, _ working: Working
  ) throws -> [(AgencyCode, DigestWindow.Entry)] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT seq, body FROM events
          WHERE seq > ? AND type = 1 AND voided_by IS NULL AND instr(body, CAST('"delivered"' AS BLOB)) > 0
          ORDER BY seq
          """), arguments: [seq])
    var found: [(AgencyCode, DigestWindow.Entry)] = []
    while let row = try rows.next() {
      let event = try LogReader.decode(row.bytes("body"), seq: row["seq"])
      guard case .scanned(let scan) = event.fact, scan.milestone == .delivered,
        let key = try ItemKeys.knownKey(of: scan.item, db),
        let history = try ItemHistory.stored(key, scan.item, working, db),
        let shipment = history.shipments.last(where: { $0.leg == .return && $0.end?.at == event.time })
      else { continue }
      let agency = working.rules.registries.latest.agency(
        inPlaceOf: shipment.posting.agency, on: LocalDate(now))
      found.append(
        (
          agency,
          DigestWindow.Entry(
            time: event.time.microseconds, item: scan.item.text, dossiers: shipment.carried.map(\.dossier.text))
        ))
    }
    return found
  }
}

extension Working {
  /// When the digest behind one at `last` is due: at its time of day, on that working day or the next; nil where none
  /// is wanted.
  func nextDigest(after last: Instant) -> Instant? {
    guard let second = telling.routing.digestAt else { return nil }
    let calendar = rules.calendars.latest
    let today = LocalDate(last)
    if calendar.isWorkingDay(today), today.at(secondOfDay: second) > last { return today.at(secondOfDay: second) }
    return calendar.workingDay(1, after: today)?.at(secondOfDay: second)
  }
}
