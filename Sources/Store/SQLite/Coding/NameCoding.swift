import Dossiers

extension ByteWriter {
  /// Six digits as one number.
  mutating func write(_ office: OfficeCode) { write(UInt64(office.number)) }

  /// A digit, a point and six digits as one number.
  mutating func write(_ procedure: ProcedureCode) {
    var text = procedure.text
    write(text.withUTF8 { $0.reduce(0 as UInt64) { $1 == UInt8(ascii: ".") ? $0 : $0 * 10 + UInt64($1 & 0x0F) } })
  }

  /// Its number, or 0 and its text where it has none.
  mutating func write(_ agency: AgencyCode, _ names: Names) {
    let number = names.agencies.knownNumber(of: agency) ?? 0
    write(UInt64(bitPattern: number))
    if number == 0 { write(agency.text) }
  }

  /// Its key, or 0 and its text where it has none that is made of its parts.
  mutating func write(_ code: DossierCode, _ names: Names) {
    if let parts = code.parts, let agency = names.agencies.knownNumber(of: parts.agency),
      let key = DossierKeys.packed(parts, agency), key > 0
    {
      write(UInt64(key))
    } else {
      write(0 as UInt64)
      write(code.text)
    }
  }

  /// Source and id; a ULID in its sixteen bytes.
  mutating func write(_ identity: EventIdentity, _ names: Names) {
    // Every identity written here is of an event of the log, whose source has a number.
    write(names.sources.knownNumber(of: identity.source) ?? 0)
    if let ulid = ULID(identity.id) {
      write(0 as UInt8)
      write(ulid)
    } else {
      write(1 as UInt8)
      write(identity.id)
    }
  }

  private mutating func write(_ ulid: ULID) {
    for shift in stride(from: 56, through: 0, by: -8) { write(UInt8(truncatingIfNeeded: ulid.high >> shift)) }
    for shift in stride(from: 56, through: 0, by: -8) { write(UInt8(truncatingIfNeeded: ulid.low >> shift)) }
  }
}

extension ByteReader {
  mutating func office() throws -> OfficeCode {
    guard let office = OfficeCode(number: try unsigned()) else { throw damage }
    return office
  }

  mutating func procedure() throws -> ProcedureCode {
    let digits = String(try unsigned())
    guard digits.utf8.count <= 7 else { throw damage }
    var text = String(repeating: "0", count: 7 - digits.utf8.count) + digits
    text.insert(".", at: text.index(after: text.startIndex))
    guard let procedure = ProcedureCode(text) else { throw damage }
    return procedure
  }

  mutating func agency(_ names: Names) throws -> AgencyCode {
    let number = Int64(bitPattern: try unsigned())
    if number == 0 { return try code() }
    guard let agency = names.agencies.agency(number) else { throw damage }
    return agency
  }

  mutating func dossier(_ names: Names) throws -> DossierCode {
    let key = try unsigned()
    if key == 0 { return try code() }
    guard let key = Int64(exactly: key), let code = DossierKeys.unpacked(key, names.agencies) else { throw damage }
    return code
  }

  mutating func identity(_ names: Names) throws -> EventIdentity {
    guard let source = names.sources.source(try signed()) else { throw damage }
    if try flag() { return EventIdentity(source: source, id: try text()) }
    var halves: [UInt64] = [0, 0]
    for index in 0..<16 { halves[index / 8] = halves[index / 8] << 8 | UInt64(try byte()) }
    return EventIdentity(source: source, id: ULID(high: halves[0], low: halves[1]).text)
  }
}
