extension EventDecoder {
  /// The most items that an office can tell of in one day.
  private static let mostTallied = 1_000_000

  func signOfLife(_ data: inout JSONFields, by source: EventSource) throws(ContractError) -> SignOfLife {
    let last = try data.require("sequence")
    try refuseDesk(source, at: last)
    return SignOfLife(lastSequence: try last.kind == .number ? last.wholeNumber() : last.counter())
  }

  func tally(_ data: inout JSONFields, by source: EventSource) throws(ContractError) -> Tally {
    let date = try data.require("date")
    try refuseDesk(source, at: date)
    return Tally(
      date: try date.date(), accepted: try data.require("accepted").count(0...EventDecoder.mostTallied),
      delivered: try data.require("delivered").count(0...EventDecoder.mostTallied))
  }

  private func refuseDesk(_ source: EventSource, at value: JSONValue) throws(ContractError) {
    guard source.agency == nil else {
      throw value.wrong("expected this from a scanner, found it from the desk of an agency")
    }
  }
}
