extension Topology {
  /// What a thing must not differ in, as messages or the thing itself could be lost by it.
  private static let grave = [
    "type", "durable", "auto_delete", "exclusive", "internal", "x-queue-type", "x-expires", "x-message-ttl",
    "x-dead-letter-exchange", "x-dead-letter-routing-key", "x-dead-letter-strategy", "x-overflow",
  ]

  /// Throws unless all of it is there, and where the user may configure it, in a form that loses nothing.
  ///
  /// Passive declares need no permission, but tell only whether a thing is there. Declaring it once more in the form
  /// that it should have changes nothing of what is there, and the broker answers by what differs; that takes the
  /// permission to configure, and where the user has none the form is left to ``apply(_:)``.
  ///
  /// What was deleted since it was looked for is made anew by that, and is bound, or nothing would ever reach it.
  ///
  /// The broker names one difference, of dead lettering before limits and sizes: so one of those says that dead
  /// lettering is as it should be.
  ///
  /// - Returns: What differs and loses nothing, such as another delivery limit.
  func compare(_ options: BrokerOptions) throws(BrokerError) -> [BrokerError] {
    let link = try Link(options, cutter: Cutter())
    try expect(link)
    link.close(within: .seconds(1))
    return try [
      harmlessDifference(options) { link throws(BrokerError) in
        try link.declare(exchange: deadLetterExchange, type: "fanout")
        try link.bind(queue: deadLetterQueue, exchange: deadLetterExchange, key: "")
      },
      harmlessDifference(options) { link throws(BrokerError) in try link.declare(exchange: exchange, type: "topic") },
      harmlessDifference(options) { link throws(BrokerError) in
        try link.declare(queue: queue, arguments: queueArguments)
        for key in bindingKeys { try link.bind(queue: queue, exchange: exchange, key: key) }
      },
    ].compactMap(\.self)
  }

  /// Throws unless all of it is there.
  func expect(_ link: borrowing Link) throws(BrokerError) {
    for name in [deadLetterExchange, exchange] { try link.passivelyDeclare(exchange: name) }
    for name in [deadLetterQueue, queue] { try link.passivelyDeclare(queue: name) }
  }

  /// Runs `body` on a link of its own, as a refusal closes it, and lets it pass that the user may not configure.
  private func harmlessDifference(
    _ options: BrokerOptions, _ body: (borrowing Link) throws(BrokerError) -> Void
  ) throws(BrokerError) -> BrokerError? {
    do throws(BrokerError) {
      let link = try Link(options, cutter: Cutter())
      try body(link)
      link.close(within: .seconds(1))
      return nil
    } catch .forbidden {
      return nil
    } catch .differs(let thing, let text) where !Self.grave.contains(where: { text.contains("arg '\($0)'") }) {
      return .differs(thing, text: text)
    }
  }
}
