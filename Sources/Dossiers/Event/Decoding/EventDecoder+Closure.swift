extension EventDecoder {
  func closure(_ data: inout JSONFields, by source: EventSource) throws(ContractError) -> Closure {
    let from = try data.require("from")
    guard source.isOperator else { throw from.wrong("expected a closure from an operator, found \(source.text)") }
    let start = try from.instant()
    let until = data.take("until")
    let end = try until?.instant()
    if let until, let end, end <= start { throw until.unlike("a time after 'from'") }
    var places: [Closure.Place] = []
    for element in try data.require("places").elements(1...200) { places.append(try place(element, inPair: false)) }
    return Closure(from: start, until: end, places: places, reason: try data.require("reason").text(500))
  }

  private func place(_ value: JSONValue, inPair: Bool) throws(ContractError) -> Closure.Place {
    var fields = try value.fields()
    let place: Closure.Place
    if let office = fields.take("office") {
      place = .office(try office.code())
    } else if let agency = fields.take("agency") {
      place = .agency(try agency.code())
    } else if let district = fields.take("district") {
      place = .district(try self.district(district))
    } else if !inPair, let pair = fields.take("pair") {
      place = try self.pair(pair)
    } else {
      throw value.wrong("expected a member 'office', 'agency' or 'district'" + (inPair ? "" : ", or 'pair'"))
    }
    try fields.finish()
    return place
  }

  private func pair(_ value: JSONValue) throws(ContractError) -> Closure.Place {
    var ends = try value.elements(2...2)
    guard let one = ends.next(), let other = ends.next() else { throw value.unlike("two places") }
    return .pair(try place(one, inPair: true), try place(other, inPair: true))
  }

  private func district(_ value: JSONValue) throws(ContractError) -> String {
    try value.read("the three digits of a district, such as 094") { bytes in
      bytes.count == 3 && bytes.allSatisfy(\.isDigit) ? bytes.text : nil
    }
  }
}
