import Dossiers

/// The form in which the evidence about a dossier is kept.
enum DossierCoding {
  static let version: UInt8 = 1

  static func encode(_ dossier: DossierCase, _ sources: SourceTable) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(UInt64(version))
    writer.write(dossier.carried) { $0.write($1, sources) }
    writer.write(dossier.notes) { $0.write($1, sources) }
    return writer.bytes
  }

  static func decode(_ bytes: [UInt8], code: DossierCode, _ sources: SourceTable) throws -> DossierCase {
    var reader = ByteReader(bytes, of: "the evidence about dossier \(code)")
    guard try reader.byte() == version else { throw reader.damage }
    let carried = try reader.list { try $0.carried(sources) }
    let notes = try reader.list { try $0.note(of: code, sources) }
    return DossierCase(code: code, carried: carried, notes: notes)
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ carried: CarriedShipment, _ sources: SourceTable) {
    write(carried.item.text)
    write(carried.round)
    write(carried.acceptance, sources)
    write(carried.accepted)
    write(carried.office)
    write(carried.agency)
    write(UInt64(carried.carries.rawValue))
    write(carried.procedure) { $0.write($1) }
    write(carried.promised) { $0.write($1) }
    write(carried.slip)
    write(carried.told) { $0.write($1) }
    write(carried.end) { writer, end in
      writer.write(UInt64(end.kind.rawValue))
      writer.write(end.at)
    }
  }

  fileprivate mutating func write(_ heard: HeardNote, _ sources: SourceTable) {
    write(heard.identity, sources)
    write(heard.time)
    write(heard.note.agency)
    write(heard.note.saying.name)
    switch heard.note.saying {
    case .received(let item, let procedure, let promised):
      write(item) { $0.write($1.text) }
      write(procedure) { $0.write($1) }
      write(promised) { $0.write($1) }
    case .dateTold(let promised), .rescheduled(let promised):
      write(promised)
    case .supplementRequested(let until), .supplementReceived(let until):
      write(until) { $0.write($1) }
    case .consulted(let ref, let body, let until):
      write(ref)
      write(body)
      write(until)
    case .answered(let ref, let body, let until):
      write(ref)
      write(body) { $0.write($1) }
      write(until) { $0.write($1) }
    case .resultReady, .refused, .givenUp:
      break
    }
  }
}

extension ByteReader {
  fileprivate mutating func carried(_ sources: SourceTable) throws -> CarriedShipment {
    CarriedShipment(
      item: try item(), round: try count(), acceptance: try identity(sources), accepted: try instant(),
      office: try office(), agency: try code(), carries: try value(), procedure: try optional { try $0.code() },
      promised: try optional { try $0.date() }, slip: try flag(), told: try optional { try $0.instant() },
      end: try optional { Shipment.End(try $0.value(), at: try $0.instant()) })
  }

  fileprivate mutating func note(of dossier: DossierCode, _ sources: SourceTable) throws -> HeardNote {
    let identity = try identity(sources)
    let time = try instant()
    let agency: AgencyCode = try code()
    return HeardNote(
      note: DeskNote(agency: agency, dossier: dossier, saying: try saying()), time: time, identity: identity)
  }

  private mutating func saying() throws -> DeskNote.Saying {
    switch try text() {
    case "received":
      .received(
        item: try optional { try $0.item() }, procedure: try optional { try $0.code() },
        promised: try optional { try $0.date() })
    case "date-told": .dateTold(promised: try date())
    case "rescheduled": .rescheduled(promised: try date())
    case "supplement-requested": .supplementRequested(until: try optional { try $0.date() })
    case "supplement-received": .supplementReceived(until: try optional { try $0.date() })
    case "consulted": .consulted(ref: try text(), body: try text(), until: try date())
    case "answered":
      .answered(ref: try text(), body: try optional { try $0.text() }, until: try optional { try $0.date() })
    case "result-ready": .resultReady
    case "refused": .refused
    case "given-up": .givenUp
    default: throw damage
    }
  }
}
