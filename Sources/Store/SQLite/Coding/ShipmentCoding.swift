import Dossiers

/// The form in which an item's fold is kept.
enum ShipmentCoding {
  /// Raised whenever the form changes; a row of another form is folded anew from the log.
  static let version: UInt8 = 2

  static func encode(_ history: ItemHistory, _ sources: SourceTable) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt64(version))
    writer.write(history.last) { writer, place in
      writer.write(place.time)
      writer.write(UInt64(place.rank))
    }
    writer.write(history.shipments) { $0.write($1, sources) }
    return writer.bytes
  }

  /// The fold, or nil where it is of another form.
  static func decode(_ bytes: [UInt8], item: ItemID, _ sources: SourceTable) throws -> ItemHistory? {
    var reader = ByteReader(bytes, of: "the fold of item \(item)")
    guard try reader.byte() == version else { return nil }
    let last = try reader.optional { reader in
      ItemHistory.Place(time: try reader.instant(), rank: UInt8(clamping: try reader.unsigned()))
    }
    var round = 0
    let shipments = try reader.list { reader in
      round += 1
      return try reader.shipment(item: item, round: round, sources)
    }
    return ItemHistory(item: item, shipments: shipments, last: last)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ shipment: Shipment, _ sources: SourceTable) {
    write(shipment.acceptance, sources)
    write(shipment.accepted)
    write(shipment.office)
    write(shipment.posting)
    write(shipment.destination)
    write(UInt64(shipment.stage.rawValue))
    write(shipment.lastSeen.time)
    write(shipment.lastSeen.office)
    write(UInt64(shipment.lastSeen.milestone.rawValue))
    write(shipment.end) { writer, end in
      writer.write(UInt64(end.kind.rawValue))
      writer.write(end.at)
    }
    write(shipment.returning) { $0.write($1) }
    write(shipment.named) { writer, named in
      writer.write(named.reference)
      writer.write(named.procedure) { $0.write($1) }
      writer.write(named.promised) { $0.write($1) }
    }
    write(shipment.attempts) { writer, attempt in
      writer.write(attempt.time)
      writer.write(attempt.reason) { $0.write($1.rawValue) }
    }
    write(shipment.holds) { writer, hold in
      writer.write(hold.from)
      writer.write(hold.until) { $0.write($1) }
      writer.write(hold.reason) { $0.write($1.rawValue) }
    }
    write(shipment.steps) { writer, step in
      writer.write(step.time)
      writer.write(UInt64(step.milestone.rawValue))
      writer.write(step.reason) { $0.write($1.rawValue) }
    }
    write(shipment.mishaps) { writer, mishap in
      writer.write(mishap.isLoss)
      writer.write(mishap.since)
      writer.write(mishap.over) { $0.write($1) }
    }
    write(shipment.anomalies) { writer, anomaly in
      writer.write(anomaly.kind.rawValue)
      writer.write(anomaly.event.time)
      writer.write(UInt64(anomaly.event.rank))
      writer.write(anomaly.event.identity, sources)
    }
  }

  private mutating func write(_ posting: Posting) {
    write(UInt64(posting.carries.rawValue))
    write(posting.agency)
    write(posting.destination)
    write(posting.slip)
    write(posting.dossiers) { writer, dossier in
      writer.write(dossier.code)
      writer.write(dossier.procedure)
      writer.write(dossier.promised) { $0.write($1) }
    }
  }
}

extension ByteReader {
  fileprivate mutating func shipment(item: ItemID, round: Int, _ sources: SourceTable) throws -> Shipment {
    Shipment(
      item: item, round: round, acceptance: try identity(sources), accepted: try instant(), office: try office(),
      posting: try posting(), destination: try office(), stage: try value(),
      lastSeen: Shipment.Sighting(time: try instant(), office: try office(), milestone: try value()),
      end: try optional { Shipment.End(try $0.value(), at: try $0.instant()) },
      returning: try optional { try $0.instant() },
      named: try list { reader in
        Shipment.NamedDossier(
          reference: try reader.code(), procedure: try reader.optional { try $0.code() },
          promised: try reader.optional { try $0.date() })
      },
      attempts: try list { reader in
        Shipment.Attempt(time: try reader.instant(), reason: try reader.optional { try $0.named() })
      },
      holds: try list { reader in
        Shipment.Hold(
          from: try reader.instant(), until: try reader.optional { try $0.instant() },
          reason: try reader.optional { try $0.named() })
      },
      steps: try list { reader in
        Shipment.Step(
          time: try reader.instant(), milestone: try reader.value(), reason: try reader.optional { try $0.named() })
      },
      mishaps: try list { reader in
        Shipment.Mishap(
          isLoss: try reader.flag(), since: try reader.instant(), over: try reader.optional { try $0.instant() })
      },
      anomalies: try list { reader in
        let kind: Anomaly.Kind = try reader.named()
        let time = try reader.instant()
        let rank = UInt8(clamping: try reader.unsigned())
        return Anomaly(
          kind, item: item, event: EventOrder(time: time, rank: rank, identity: try reader.identity(sources)))
      })
  }

  private mutating func posting() throws -> Posting {
    let carries: Papers = try value()
    let agency: AgencyCode = try code()
    let destination = try office()
    let slip = try flag()
    let dossiers = try list { reader in
      DossierReference(
        code: try reader.code(), procedure: try reader.code(), promised: try reader.optional { try $0.date() })
    }
    return Posting(carries: carries, agency: agency, destination: destination, dossiers: dossiers, slip: slip)
  }
}
