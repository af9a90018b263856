import Dossiers
import GRDB

extension Transaction {
  /// Takes the messages of a batch one after the other, and counts what became of them.
  mutating func take(_ arrivals: [Arrival], _ working: inout Working) throws -> Taken {
    var taken = Taken()
    var sheet = try LogSheet(db, recorded: now)
    var rest = arrivals[...]
    while !rest.isEmpty {
      let next = rest.prefix(LogSheet.size)
      if try !take(next, at: &sheet, &working, &taken) {
        for arrival in next { try take(arrival, &working, &taken) }
      }
      rest = rest.dropFirst(next.count)
    }
    try settle(&working)
    try working.devices.save(db)
    return taken
  }

  /// Takes a sheet of messages at once, and says whether it did: it leaves those alone of which one needs what became of
  /// another, or is more than news.
  private mutating func take(
    _ arrivals: ArraySlice<Arrival>, at sheet: inout LogSheet, _ working: inout Working, _ taken: inout Taken
  ) throws -> Bool {
    guard arrivals.count == LogSheet.size, working.unmatchedVoidings.isEmpty else { return false }
    sheet.clear()
    var places: [EventPlace] = []
    places.reserveCapacity(arrivals.count)
    for arrival in arrivals {
      guard try put(arrival, on: &sheet, &places, &working) else { return false }
    }
    guard let first = try sheet.write() else { return false }
    for (index, arrival) in arrivals.enumerated() {
      try follow(arrival, seq: first + Int64(index), at: places[index], &working, &taken)
    }
    return true
  }

  /// Puts the event of a message on the sheet, and where it belongs among `places`; says whether it can be taken there.
  private mutating func put(
    _ arrival: Arrival, on sheet: inout LogSheet, _ places: inout [EventPlace], _ working: inout Working
  ) throws -> Bool {
    switch arrival.reading {
    case .event(let event) where event.fact.type != .voided && arrival.parked == nil:
      let source = try working.sources.number(of: event.identity.source, db)
      let item = try event.concernedItem.map { try touch($0, &working) }
      if let item, places.contains(where: { $0.item == item }) { return false }
      places.append(EventPlace(source: source, item: item))
      let previous = item.flatMap { working.items[$0].lastEvent }
      arrival.message.body.withUnsafeBufferPointer { sheet.add(event, $0, source: source, previous: previous) }
      return true
    case .event, .refused:
      return false
    }
  }

  private mutating func follow(
    _ arrival: Arrival, seq: Int64, at place: EventPlace, _ working: inout Working, _ taken: inout Taken
  ) throws {
    switch arrival.reading {
    case .event(let event):
      taken.commit(event, recorded: now)
      working.devices.hear(place.source, event, at: now)
      try follow(event, seq: seq, item: place.item, &working)
    case .refused: break
    }
  }

  private mutating func take(_ arrival: Arrival, _ working: inout Working, _ taken: inout Taken) throws {
    switch arrival.reading {
    case .refused(let refusal):
      try park(arrival, refusal, &taken)
    case .event(let event):
      guard let parked = arrival.parked else { return try take(event, arrival, &working, &taken) }
      let before = taken
      try take(event, arrival, &working, &taken)
      // One that must stay parked has changed no count.
      guard taken != before else { return }
      taken.replayed += taken.committed - before.committed
      taken.replayedDuplicates += taken.duplicates - before.duplicates
      try db.run("DELETE FROM parked WHERE id = ?", [parked])
    }
  }

  private mutating func take(
    _ event: Event, _ arrival: Arrival, _ working: inout Working, _ taken: inout Taken
  ) throws {
    let source = try working.sources.number(of: event.identity.source, db)
    let place = try event.concernedItem.map { try touch($0, &working) }
    let isVoiding = event.fact.type == .voided
    let voidedBy =
      isVoiding || working.unmatchedVoidings.isEmpty ? nil : working.unmatchedVoidings[event.identity]

    let previous = place.flatMap { working.items[$0].lastEvent }
    var id = event.identity.id
    let appended = try id.withUTF8 { id in
      try arrival.message.body.withUnsafeBytes { body in
        try hot.appendEvent.bind(LentText(bytes: id), at: 1).bind(source, at: 2).bind(event.fact.type.number, at: 3)
          .bind(event.time, at: 4).bind(now, at: 5).bind(previous, at: 6).bind(voidedBy, at: 7)
          .bind(LentBytes(bytes: body), at: 8).runAdding()
      }
    }
    guard let seq = appended else { return try takeKnownIdentity(event, source: source, arrival, &taken) }
    taken.commit(event, recorded: now)
    working.devices.hear(source, event, at: now)
    guard voidedBy == nil else {
      if let place { chain(seq, to: place, &working) }
      return try matchVoiding(of: event.identity, &working)
    }
    try follow(event, seq: seq, item: place, &working)
  }

  /// Does what follows from an event that is in the log now.
  private mutating func follow(_ event: Event, seq: Int64, item: Int?, _ working: inout Working) throws {
    if let item { chain(seq, to: item, &working) }
    try apply(event, seq: seq, item: item, &working)
  }

  private func chain(_ seq: Int64, to item: Int, _ working: inout Working) {
    working.items[item].lastEvent = seq
    working.items[item].touch?.isChanged = true
  }

  /// The same identity was heard before: a copy falls out, other content is parked.
  private func takeKnownIdentity(_ event: Event, source: Int64, _ arrival: Arrival, _ taken: inout Taken) throws {
    let find = try HotStatement(db, "SELECT seq, body FROM events WHERE id = ? AND source = ?")
    let known = try find.first(event.identity.id, source) { row in
      try LogReader.decode(row.blob(1), seq: row.integer(0))
    }
    guard let known, !known.hasSameContent(as: event) else {
      taken.duplicates += 1
      return
    }
    let refusal = Refusal(
      .identityReused,
      "\(event.identity.source.text) told event '\(event.identity.id)' before with other content, of \(known.time.rfc3339)"
    )
    try park(arrival, refusal, &taken)
  }

  mutating func apply(_ event: Event, seq: Int64, item: Int?, _ working: inout Working) throws {
    if let item { try extend(item, with: event, &working) }
    working.tallies.hear(event)
    switch event.fact {
    case .scanned:
      break
    case .noted(let note):
      // The compact form names the agency by a number.
      _ = try working.agencies.number(of: note.agency, db)
      let place = try touch(note.dossier, &working)
      dossiers[place].evidence.add(HeardNote(note: note, time: event.time, identity: event.identity))
      dossiers[place].mustSettle = true
    case .voided(let voiding):
      try void(voiding, by: event.identity.source, seq: seq, &working)
    case .closed(let closure):
      working.closures[seq] = closure
      working.replanner()
      replansAll = true
    case .alive(let life):
      try hear(event, sequence: life.lastSequence)
    case .tallied:
      try hear(event, sequence: event.sequence)
    }
  }

  /// Notes when a device was last on.
  private func hear(_ event: Event, sequence: UInt64?) throws {
    let hear = try HotStatement(
      db,
      """
      INSERT INTO devices (source, last_heard, last_sequence) VALUES (?, ?, ?)
      ON CONFLICT (source) DO UPDATE SET last_heard = max(last_heard, excluded.last_heard),
        last_sequence = max(ifnull(last_sequence, 0), ifnull(excluded.last_sequence, 0))
      """)
    try hear.run(event.identity.source.text, event.time, sequence.map(Int64.init(clamping:)))
  }

  /// Keeps a message whole; one that was tried again in vain keeps its number and first recording.
  private func park(_ arrival: Arrival, _ refusal: Refusal, _ taken: inout Taken) throws {
    guard let parked = arrival.parked else {
      taken.parked[refusal.reason, default: 0] += 1
      return try park(arrival.message, refusal)
    }
    try db.run(
      "UPDATE parked SET reason = ?, detail = ?, retry = ? WHERE id = ?",
      [refusal.reason.rawValue, refusal.detail, refusal.retry?.microseconds, parked])
  }

  /// Keeps a message whole, with the reason why it could not be taken.
  func park(_ message: Message, _ refusal: Refusal) throws {
    let park = try HotStatement(
      db,
      """
      INSERT INTO parked (reason, detail, body, queue, routing_key, content_type, message_id, user_id, recorded, retry)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try park.run(
      refusal.reason.rawValue, refusal.detail, message.body, message.queue, message.routingKey, message.contentType,
      message.messageID, message.userID, now, refusal.retry)
  }
}

/// Where an event belongs: its source in the log, and the slot of its item, where it has one.
private struct EventPlace {
  let source: Int64
  let item: Int?
}

extension EventType {
  /// The number under which the log keeps the type; never given anew.
  var number: Int64 {
    switch self {
    case .scanned: 1
    case .noted: 2
    case .voided: 3
    case .alive: 4
    case .closed: 5
    case .tallied: 6
    }
  }
}
