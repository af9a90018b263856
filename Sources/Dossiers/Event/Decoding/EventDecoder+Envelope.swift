extension EventDecoder {
  /// Reads the CloudEvents envelope, then the data as its type has it. Unknown members are extensions, and ignored.
  func event(_ body: JSONValue) throws(ContractError) -> Event {
    var envelope = try body.fields()
    let version = try envelope.requireAttribute("specversion")
    try version.read("\"1.0\", the version of CloudEvents that the contract is written in") {
      $0.equals("1.0") ? () : nil
    }
    let id = try envelope.requireAttribute("id").eventID()
    let type = try eventType(envelope.requireAttribute("type"))
    let sequence = try envelope.attribute("sequence")?.counter()
    let source = try envelope.requireAttribute("source").eventSource()
    let time = try envelope.requireAttribute("time").instant()
    try envelope.attribute("datacontenttype")?.read("a media type of JSON, such as application/json") {
      MediaType.isJSON($0) ? () : nil
    }
    if let binary = envelope.attribute("data_base64") { throw binary.wrong("expected 'data', as JSON, in its place") }

    let identity = EventIdentity(source: source, id: id)
    var data = try envelope.require("data").fields()
    let fact = try fact(type, &data, by: identity)
    try data.finish()
    return Event(identity: identity, time: time, sequence: sequence, fact: fact)
  }

  private func eventType(_ value: JSONValue) throws(ContractError) -> EventType {
    if value.kind == .string, let type = try? value.word(of: EventType.names) { return type }
    let refusal = value.unlike(EventType.names.expectation)
    guard value.kind == .string else { throw refusal }
    throw ContractError(.unknownType, at: refusal.path, refusal.problem)
  }

  private func fact(
    _ type: EventType, _ data: inout JSONFields, by identity: EventIdentity
  ) throws(ContractError) -> Fact {
    switch type {
    case .scanned: .scanned(try scan(&data, by: identity.source))
    case .noted: .noted(try note(&data, by: identity.source))
    case .voided: .voided(try voiding(&data, by: identity))
    case .alive: .alive(try signOfLife(&data, by: identity.source))
    case .tallied: .tallied(try tally(&data, by: identity.source))
    case .closed: .closed(try closure(&data, by: identity.source))
    }
  }
}

extension JSONValue {
  /// Reads an event's id. The contract keeps it to printable ASCII: identities are compared by their bytes.
  func eventID() throws(ContractError) -> String {
    try read("an id of 1 to 128 printable ASCII characters") { bytes in
      (1...128).contains(bytes.count) && bytes.allSatisfy { (0x20...0x7E).contains($0) } ? bytes.text : nil
    }
  }

  /// Reads an event's source.
  func eventSource() throws(ContractError) -> EventSource {
    try read(
      "/postoffices/<office>/scanners/<device>, /agencies/<agency>/desks/<desk> or /operators/<login>"
    ) { EventSource(utf8: $0) }
  }
}
