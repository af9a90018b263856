import Dossiers
import GRDB

extension Transaction {
  /// Takes the messages of a batch one by one, and counts what became of them.
  mutating func take(_ arrivals: [Arrival], _ working: inout Working) throws -> Taken {
    var taken = Taken()
    for arrival in arrivals {
      switch arrival.reading {
      case .refused(let refusal):
        try park(arrival, refusal, &taken)
      case .event(let event):
        if let parked = arrival.parked {
          try retake(event, arrival, parked, &working, &taken)
        } else {
          try take(event, arrival, &working, &taken)
        }
      }
    }
    try settle(&working)
    return taken
  }

  /// Takes an event that was parked before; one that must stay parked changes no count.
  private mutating func retake(
    _ event: Event, _ arrival: Arrival, _ parked: Int64, _ working: inout Working, _ taken: inout Taken
  ) throws {
    let before = taken
    try take(event, arrival, &working, &taken)
    guard taken != before else { return }
    taken.replayed += taken.committed - before.committed
    taken.replayedDuplicates += taken.duplicates - before.duplicates
    try db.execute(sql: "DELETE FROM parked WHERE id = ?", arguments: [parked])
  }

  private mutating func take(
    _ event: Event, _ arrival: Arrival, _ working: inout Working, _ taken: inout Taken
  ) throws {
    let source = try working.sources.number(of: event.identity.source, db)
    let key = try event.concernedItem.map { try touch($0, &working) }
    let previous = key.flatMap { touchedItems[$0]?.lastEvent }
    let voidedBy = working.unmatchedVoidings.isEmpty ? nil : working.unmatchedVoidings[event.identity]
    let isVoiding = event.fact.type == .voided

    let append = try HotStatement(
      db,
      """
      INSERT OR IGNORE INTO events (id, source, type, time, recorded, previous, voided_by, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    try append.run(
      .text(event.identity.id), .integer(source), .integer(event.fact.type.number),
      .integer(event.time.microseconds), .integer(now.microseconds), .optional(previous),
      .optional(isVoiding ? nil : voidedBy), .blob(arrival.message.body))
    guard db.changesCount == 1 else {
      try takeKnownIdentity(event, source: source, arrival, &taken)
      return
    }
    let seq = db.lastInsertedRowID
    taken.committed += 1
    if let key { touchedItems[key]?.lastEvent = seq }
    if voidedBy != nil, !isVoiding {
      try matchVoiding(of: event.identity, &working)
      return
    }
    try apply(event, seq: seq, item: key, &working)
  }

  /// The same identity was heard before: a copy falls out, other content is parked.
  private func takeKnownIdentity(_ event: Event, source: Int64, _ arrival: Arrival, _ taken: inout Taken) throws {
    let find = try HotStatement(db, "SELECT seq, body FROM events WHERE id = ? AND source = ?")
    let known = try find.first(.text(event.identity.id), .integer(source)) { row in
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

  private mutating func apply(_ event: Event, seq: Int64, item: Int64?, _ working: inout Working) throws {
    if let item { extend(item, with: event, rules: working.rules) }
    switch event.fact {
    case .scanned:
      break
    case .noted(let note):
      try touch(note.dossier, working.sources)
      touchedDossiers[note.dossier]?.evidence.add(
        HeardNote(note: note, time: event.time, identity: event.identity))
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
    try hear.run(
      .text(event.identity.source.text), .integer(event.time.microseconds),
      .optional(sequence.map(Int64.init(clamping:))))
  }

  /// Keeps a message whole; one that was tried again in vain keeps its number and first recording.
  private func park(_ arrival: Arrival, _ refusal: Refusal, _ taken: inout Taken) throws {
    guard let parked = arrival.parked else {
      taken.parked[refusal.reason, default: 0] += 1
      return try park(arrival.message, refusal)
    }
    try db.execute(
      sql: "UPDATE parked SET reason = ?, detail = ?, retry = ? WHERE id = ?",
      arguments: [refusal.reason.rawValue, refusal.detail, refusal.retry?.microseconds, parked])
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
      .text(refusal.reason.rawValue), .text(refusal.detail), .blob(message.body), .text(message.queue),
      .text(message.routingKey), .optional(message.contentType), .optional(message.messageID),
      .optional(message.userID), .integer(now.microseconds), .optional(refusal.retry?.microseconds))
  }
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
