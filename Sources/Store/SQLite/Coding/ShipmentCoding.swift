import Dossiers

/// The form in which an item's fold is kept.
enum ShipmentCoding {
  /// Raised whenever the form changes; a row of another form is folded anew from the log.
  static let version: UInt8 = 2

  /// The fold as bytes, or nil while scans wait for an acceptance: such a one is made anew each time.
  ///
  /// `heads` is what an acceptance settles for good, written once and kept by the caller; nil where it is not at hand.
  static func encode(
    _ history: ItemHistory, heads: inout [UInt8]?, _ names: Names, _ writer: inout ByteWriter
  ) -> [UInt8]? {
    guard history.waiting.isEmpty else { return nil }
    writer.clear()
    if heads == nil {
      writer.write(version)
      writer.write(history.shipments.count)
      for place in history.shipments.indices { writer.write(headOf: history.shipments[place], names) }
      // A copy of its own size: sharing the buffer would keep all the room that the widest item ever needed.
      heads = writer.bytes.withUnsafeBufferPointer(Array.init)
    } else if let heads {
      writer.write(heads)
    }
    writer.write(history.last) { writer, place in
      writer.write(place.time)
      writer.write(place.rank)
    }
    // By place, as a loop over the shipments themselves would copy each.
    for place in history.shipments.indices { writer.write(stateOf: history.shipments[place], names) }
    return writer.bytes
  }

  /// The fold, or nil where it is of another form.
  static func decode(_ bytes: [UInt8], item: ItemID, _ names: Names) throws -> ItemHistory? {
    var reader = ByteReader(bytes, of: "the fold of item \(item)")
    guard try reader.byte() == version else { return nil }
    var round = 0
    let heads = try reader.list { reader in
      round += 1
      return try reader.head(item: item, round: round, names)
    }
    let last = try reader.optional { reader in
      ItemHistory.Place(time: try reader.instant(), rank: try reader.byte())
    }
    return ItemHistory(item: item, shipments: try heads.map { try reader.shipment($0, names) }, last: last)
  }
}

/// Which of the parts that most shipments lack are there.
private struct Rare: OptionSet {
  let rawValue: UInt8

  static let end = Rare(rawValue: 1)
  static let returning = Rare(rawValue: 2)
  static let named = Rare(rawValue: 4)
  static let attempts = Rare(rawValue: 8)
  static let holds = Rare(rawValue: 16)
  static let mishaps = Rare(rawValue: 32)
  static let anomalies = Rare(rawValue: 64)
  static let redirected = Rare(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ shipment: Shipment) {
    self = []
    if shipment.end != nil { insert(.end) }
    if shipment.returning != nil { insert(.returning) }
    if !shipment.named.isEmpty { insert(.named) }
    if !shipment.attempts.isEmpty { insert(.attempts) }
    if !shipment.holds.isEmpty { insert(.holds) }
    if !shipment.mishaps.isEmpty { insert(.mishaps) }
    if !shipment.anomalies.isEmpty { insert(.anomalies) }
    if shipment.destination != shipment.posting.destination { insert(.redirected) }
  }
}

extension ByteWriter {
  fileprivate mutating func write(headOf shipment: Shipment, _ names: Names) {
    write(shipment.acceptance, names)
    write(shipment.accepted)
    write(shipment.office)
    write(shipment.posting, names)
  }

  fileprivate mutating func write(stateOf shipment: Shipment, _ names: Names) {
    let rare = Rare(shipment)
    let start = shipment.accepted
    write(rare.rawValue)
    write(shipment.stage.rawValue)
    write(shipment.lastSeen.time, since: start)
    write(shipment.lastSeen.office)
    write(shipment.lastSeen.milestone.rawValue)
    if let end = shipment.end {
      write(end.kind.rawValue)
      write(end.at, since: start)
    }
    if let returning = shipment.returning { write(returning, since: start) }
    if rare.contains(.named) {
      write(shipment.named) { writer, named in
        writer.write(named.reference, names)
        writer.write(named.procedure) { $0.write($1) }
        writer.write(named.promised) { $0.write($1) }
      }
    }
    write(shipment.steps) { writer, step in
      writer.write(step.time, since: start)
      writer.write(step.milestone.rawValue)
      writer.write(step.reason) { $0.write($1.rawValue) }
    }
    if rare.contains(.attempts) {
      write(shipment.attempts) { writer, attempt in
        writer.write(attempt.time, since: start)
        writer.write(attempt.reason) { $0.write($1.rawValue) }
      }
    }
    if rare.contains(.holds) {
      write(shipment.holds) { writer, hold in
        writer.write(hold.from, since: start)
        writer.write(hold.until) { $0.write($1, since: start) }
        writer.write(hold.reason) { $0.write($1.rawValue) }
      }
    }
    if rare.contains(.mishaps) {
      write(shipment.mishaps) { writer, mishap in
        writer.write(mishap.isLoss)
        writer.write(mishap.since, since: start)
        writer.write(mishap.over) { $0.write($1, since: start) }
      }
    }
    if rare.contains(.anomalies) {
      write(shipment.anomalies) { writer, anomaly in
        writer.write(anomaly.kind.rawValue)
        writer.write(anomaly.event.time, since: start)
        writer.write(anomaly.event.rank)
        writer.write(anomaly.event.identity, names)
      }
    }
    if rare.contains(.redirected) { write(shipment.destination) }
  }

  private mutating func write(_ posting: Posting, _ names: Names) {
    write(posting.carries.rawValue)
    write(posting.slip)
    write(posting.agency, names)
    write(posting.destination)
    write(posting.dossiers.count)
    for dossier in posting.dossiers {
      write(dossier.code, names)
      write(dossier.procedure)
      write(dossier.promised) { $0.write($1) }
    }
  }
}

extension ByteReader {
  /// What an acceptance settles, as a shipment that was not seen since.
  fileprivate mutating func head(item: ItemID, round: Int, _ names: Names) throws -> Shipment {
    let acceptance = try identity(names)
    let accepted = try instant()
    let office = try office()
    let posting = try posting(names)
    return Shipment(
      item: item, round: round, acceptance: acceptance, accepted: accepted, office: office, posting: posting,
      destination: posting.destination,
      lastSeen: Shipment.Sighting(time: accepted, office: office, milestone: .accepted))
  }

  /// The shipment that `head` became.
  fileprivate mutating func shipment(_ head: Shipment, _ names: Names) throws -> Shipment {
    let start = head.accepted
    let rare = Rare(rawValue: try byte())
    let stage: ShipmentStage = try value()
    let lastSeen = Shipment.Sighting(time: try instant(since: start), office: try office(), milestone: try value())
    let end = rare.contains(.end) ? Shipment.End(try value(), at: try instant(since: start)) : nil
    let returning = rare.contains(.returning) ? try instant(since: start) : nil
    let named = try rare.contains(.named) ? list { try $0.named(names) } : []
    let steps = try list { try $0.step(since: start) }
    let attempts = try rare.contains(.attempts) ? list { try $0.attempt(since: start) } : []
    let holds = try rare.contains(.holds) ? list { try $0.hold(since: start) } : []
    let mishaps = try rare.contains(.mishaps) ? list { try $0.mishap(since: start) } : []
    let anomalies = try rare.contains(.anomalies) ? list { try $0.anomaly(of: head.item, since: start, names) } : []
    let destination = try rare.contains(.redirected) ? office() : head.destination
    return Shipment(
      item: head.item, round: head.round, acceptance: head.acceptance, accepted: start, office: head.office,
      posting: head.posting, destination: destination, stage: stage, lastSeen: lastSeen, end: end,
      returning: returning, named: named, attempts: attempts, holds: holds, steps: steps, mishaps: mishaps,
      anomalies: anomalies)
  }

  private mutating func posting(_ names: Names) throws -> Posting {
    let carries: Papers = try value()
    let slip = try flag()
    let agency = try agency(names)
    let destination = try office()
    let dossiers = try list { reader in
      DossierReference(
        code: try reader.dossier(names), procedure: try reader.procedure(),
        promised: try reader.optional { try $0.date() })
    }
    return Posting(carries: carries, agency: agency, destination: destination, dossiers: dossiers, slip: slip)
  }

  private mutating func named(_ names: Names) throws -> Shipment.NamedDossier {
    Shipment.NamedDossier(
      reference: try dossier(names), procedure: try optional { try $0.procedure() },
      promised: try optional { try $0.date() })
  }

  private mutating func attempt(since start: Instant) throws -> Shipment.Attempt {
    Shipment.Attempt(time: try instant(since: start), reason: try optional { try $0.named() })
  }

  private mutating func step(since start: Instant) throws -> Shipment.Step {
    Shipment.Step(
      time: try instant(since: start), milestone: try value(), reason: try optional { try $0.named() })
  }

  private mutating func hold(since start: Instant) throws -> Shipment.Hold {
    Shipment.Hold(
      from: try instant(since: start), until: try optional { try $0.instant(since: start) },
      reason: try optional { try $0.named() })
  }

  private mutating func mishap(since start: Instant) throws -> Shipment.Mishap {
    Shipment.Mishap(
      isLoss: try flag(), since: try instant(since: start), over: try optional { try $0.instant(since: start) })
  }

  private mutating func anomaly(of item: ItemID, since start: Instant, _ names: Names) throws -> Anomaly {
    let kind: Anomaly.Kind = try named()
    let time = try instant(since: start)
    let rank = try byte()
    return Anomaly(kind, item: item, event: EventOrder(time: time, rank: rank, identity: try identity(names)))
  }
}
