import Dossiers

/// The form in which the evidence about a dossier is kept: the keys of the items that carry its papers, whose rows say
/// the rest, and what the desks noted.
enum DossierCoding {
  static let version: UInt8 = 2
  /// What is written where there is no evidence.
  static let empty: [UInt8] = [version, 0, 0]

  static func encode(_ items: [Int64], _ notes: [HeardNote], _ names: Names, _ writer: inout ByteWriter) -> [UInt8] {
    writer.clear()
    writer.write(version)
    writer.write(items.count)
    for item in items { writer.write(item) }
    writer.write(notes.count)
    for note in notes { writer.write(note, names) }
    return writer.bytes
  }

  static func decode(_ bytes: [UInt8], code: DossierCode, _ names: Names) throws -> (items: [Int64], notes: [HeardNote])
  {
    var reader = ByteReader(bytes, of: "the evidence about dossier \(code)")
    guard try reader.byte() == version else { throw reader.damage }
    let items = try reader.list { try $0.signed() }
    return (items, try reader.list { try $0.note(of: code, names) })
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ heard: HeardNote, _ names: Names) {
    write(heard.identity, names)
    write(heard.time)
    write(heard.note.agency, names)
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
  fileprivate mutating func note(of dossier: DossierCode, _ names: Names) throws -> HeardNote {
    let identity = try identity(names)
    let time = try instant()
    let agency = try agency(names)
    return HeardNote(
      note: DeskNote(agency: agency, dossier: dossier, saying: try saying()), time: time, identity: identity)
  }

  private mutating func saying() throws -> DeskNote.Saying {
    switch try text() {
    case "received":
      .received(
        item: try optional { try $0.item() }, procedure: try optional { try $0.procedure() },
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
