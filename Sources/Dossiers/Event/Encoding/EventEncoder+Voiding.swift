extension EventEncoder {
  func encode(_ voiding: Voiding, _ data: inout JSONWriter) {
    data.key("voids")
    encode(voiding.voided, &data)
    data.member("reason", voiding.reason.rawValue)
    if let replacement = voiding.replacement {
      data.key("replacedBy")
      encode(replacement, &data)
    }
  }

  private func encode(_ identity: EventIdentity, _ data: inout JSONWriter) {
    data.object { object in
      object.member("source", identity.source.text)
      object.member("id", identity.id)
    }
  }
}
