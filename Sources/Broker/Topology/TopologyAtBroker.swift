extension Topology {
  /// Looks whether all of it is there, changing nothing and needing no permission to configure.
  ///
  /// The protocol doesn't let one ask about bindings or arguments; ``apply(_:)`` settles those.
  ///
  /// - Parameter options: The broker to ask.
  /// - Returns: What is missing, empty when nothing is.
  /// - Throws: ``BrokerError`` when the broker can't be asked.
  public func missing(_ options: BrokerOptions) async throws(BrokerError) -> [BrokerError.Thing] {
    try check()
    let things: [BrokerError.Thing] = [
      .exchange(exchange), .queue(queue), .exchange(deadLetterExchange), .queue(deadLetterQueue),
    ]
    return try await OwnThread.run(named: "topology") { () throws(BrokerError) in
      var absent: [BrokerError.Thing] = []
      // A missing thing closes its channel, so each is asked about on a link of its own.
      for thing in things {
        do throws(BrokerError) {
          let link = try Link(options, cutter: Cutter())
          switch thing {
          case .queue(let name): try link.passivelyDeclare(queue: name)
          case .exchange(let name): try link.passivelyDeclare(exchange: name)
          case .binding: break
          }
          link.close(within: .seconds(1))
        } catch .missing(let thing, _) {
          absent.append(thing)
        }
      }
      return absent
    }
  }

  /// Throws unless all of it is there.
  ///
  /// - Parameter options: The broker to ask.
  /// - Throws: ``BrokerError/missing(_:text:)`` for the first thing that isn't, with the command that makes it.
  public func verify(_ options: BrokerOptions) async throws(BrokerError) {
    if let first = try await missing(options).first { throw .missing(first, text: "404 NOT_FOUND") }
  }

  /// Makes all of it; what is there already in the same form is left as it is.
  ///
  /// - Parameter options: The broker, with a user who may configure it.
  /// - Throws: ``BrokerError/differs(_:text:)`` where something is there in another form, ``BrokerError/forbidden(_:text:)``
  ///   where the user may not.
  public func apply(_ options: BrokerOptions) async throws(BrokerError) {
    try check()
    try await OwnThread.run(named: "topology") { () throws(BrokerError) in
      let link = try Link(options, cutter: Cutter())
      // Dead letters first: the event queue must never be without a place for them.
      try link.declare(exchange: deadLetterExchange, type: "fanout")
      try link.declare(queue: deadLetterQueue, arguments: deadLetterArguments)
      try link.bind(queue: deadLetterQueue, exchange: deadLetterExchange, key: "")
      try link.declare(exchange: exchange, type: "topic")
      try link.declare(queue: queue, arguments: queueArguments)
      for key in bindingKeys { try link.bind(queue: queue, exchange: exchange, key: key) }
      link.close(within: .seconds(1))
    }
  }
}
