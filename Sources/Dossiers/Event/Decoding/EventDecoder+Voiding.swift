extension EventDecoder {
  func voiding(_ data: inout JSONFields, by identity: EventIdentity) throws(ContractError) -> Voiding {
    let told = try data.require("voids")
    let voided = try self.identity(told)
    guard identity.source.mayVoid(voided.source) else {
      throw told.wrong(
        "expected an event of the same office or agency, found one of \(voided.source.text), "
          + "which \(identity.source.text) may not void")
    }
    guard voided != identity else { throw told.wrong("expected an earlier event, found this voiding itself") }
    let reason = try data.require("reason").word(of: Voiding.Why.names)
    let replacing = data.take("replacedBy")
    let replacement = try replacing.map(self.identity)
    guard replacement == nil || (replacement != voided && replacement != identity) else {
      throw (replacing ?? told).wrong("expected a new event, found the one voided or this voiding itself")
    }
    return Voiding(voided: voided, reason: reason, replacement: replacement)
  }

  private func identity(_ value: JSONValue) throws(ContractError) -> EventIdentity {
    var fields = try value.fields()
    let identity = EventIdentity(
      source: try fields.require("source").eventSource(), id: try fields.require("id").eventID())
    try fields.finish()
    return identity
  }
}
