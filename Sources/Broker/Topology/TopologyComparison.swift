extension Topology {
  /// Throws unless all of it is there, and where the user may configure it, in the form that it should have.
  ///
  /// Passive declares need no permission, but tell only whether a thing is there. Declaring it once more in the form
  /// that it should have changes nothing of what is there, and the broker answers by what differs; that takes the
  /// permission to configure, and where the user has none the form is left to ``apply(_:)``.
  ///
  /// - Returns: What differs and loses nothing: another delivery limit.
  func compare(_ options: BrokerOptions) throws(BrokerError) -> BrokerError? {
    let link = try Link(options, cutter: Cutter())
    try expect(link)
    link.close(within: .seconds(1))
    try permitting(options) { link throws(BrokerError) in
      try link.declare(exchange: exchange, type: "topic")
      try link.declare(exchange: deadLetterExchange, type: "fanout")
    }
    do throws(BrokerError) {
      try permitting(options) { link throws(BrokerError) in
        try link.declare(queue: queue, arguments: queueArguments)
      }
      return nil
    } catch .differs(let thing, let text) where text.contains("'x-delivery-limit'") {
      // The broker names one difference at a time: by its own limit it would name another one.
      var asThere = self
      asThere.deliveryLimit = Self.currentNumber(text) ?? deliveryLimit
      if asThere != self {
        let (queue, arguments) = (queue, asThere.queueArguments)
        try permitting(options) { link throws(BrokerError) in try link.declare(queue: queue, arguments: arguments) }
      }
      return .differs(thing, text: text)
    }
  }

  /// Throws unless all of it is there.
  func expect(_ link: borrowing Link) throws(BrokerError) {
    for name in [deadLetterExchange, exchange] { try link.passivelyDeclare(exchange: name) }
    for name in [deadLetterQueue, queue] { _ = try link.passivelyDeclare(queue: name) }
  }

  /// Runs `body` on a link of its own, as a refusal closes it, and lets it pass that the user may not configure.
  private func permitting(
    _ options: BrokerOptions, _ body: (borrowing Link) throws(BrokerError) -> Void
  ) throws(BrokerError) {
    do throws(BrokerError) {
      let link = try Link(options, cutter: Cutter())
      try body(link)
      link.close(within: .seconds(1))
    } catch .forbidden {}
  }

  /// The number in "… but current is the value '5' of type 'long'" and "… but current is '5'".
  private static func currentNumber(_ text: String) -> Int? {
    guard let current = text.firstRange(of: "current is") else { return nil }
    return Int(text[current.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber })
  }
}
