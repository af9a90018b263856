/// Writes events as structured CloudEvents JSON, in the one form that the contract's own order of members gives.
///
/// What `EventDecoder` reads from it is the same event again.
public struct EventEncoder: Sendable {
  /// An encoder.
  public init() {}

  /// The JSON text of `event`, in UTF-8; its time stands in Vietnam's, with microseconds where they are not zero.
  /// `extensions` are further CloudEvents attributes, lower-case letters and digits, which no decoder reads.
  public func encode(_ event: Event, extensions: [String: String] = [:]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { envelope in
      envelope.member("specversion", "1.0")
      envelope.member("id", event.identity.id)
      envelope.member("type", event.fact.type.rawValue)
      envelope.member("sequence", event.sequence.map { String($0) })
      envelope.member("source", event.identity.source.text)
      envelope.member("time", event.time.exactRFC3339)
      for (name, value) in extensions.sorted(by: { $0.key < $1.key }) { envelope.member(named: name, value) }
      envelope.key("data")
      envelope.object { data in
        switch event.fact {
        case .scanned(let scan): encode(scan, &data)
        case .noted(let note): encode(note, &data)
        case .voided(let voiding): encode(voiding, &data)
        case .alive(let sign): data.member("sequence", String(sign.lastSequence ?? 0))
        case .tallied(let tally): encode(tally, &data)
        case .closed(let closure): encode(closure, &data)
        }
      }
    }
    return writer.bytes
  }

  private func encode(_ tally: Tally, _ data: inout JSONWriter) {
    data.member("date", tally.date.description)
    data.member("accepted", tally.accepted)
    data.member("delivered", tally.delivered)
  }
}
