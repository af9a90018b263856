extension EventEncoder {
  func encode(_ closure: Closure, _ data: inout JSONWriter) {
    data.member("from", closure.from.exactRFC3339)
    data.member("until", closure.until?.exactRFC3339)
    data.key("places")
    data.array(closure.places, encode)
    data.member("reason", closure.reason)
  }

  private func encode(_ data: inout JSONWriter, _ place: Closure.Place) {
    data.object { object in
      switch place {
      case .office(let code): object.member("office", code.text)
      case .agency(let code): object.member("agency", code.text)
      case .district(let code): object.member("district", code)
      case .pair(let one, let other):
        object.key("pair")
        object.array([one, other], encode)
      }
    }
  }
}
