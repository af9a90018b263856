internal import CRabbitMQ

extension Handle {
  /// Logs in, telling the broker what this client understands.
  ///
  /// Without these capabilities a deleted queue leaves a consumer waiting for ever, and a memory alarm or a wrong
  /// password looks like a dead link. Source: RabbitMQ, "Consumer Cancel Notification", "Blocked Connection
  /// Notifications" and "Authentication Failure Notification".
  func login(_ options: BrokerOptions) throws(BrokerError) {
    let address = options.address
    let reply = Arena.with { arena in
      var properties = arena.table([
        "product": .text("dossierd"),
        "connection_name": .text(options.connectionName),
        "capabilities": .table([
          "consumer_cancel_notify": .flag(true),
          "connection.blocked": .flag(true),
          "publisher_confirms": .flag(true),
          "basic.nack": .flag(true),
          "authentication_failure_close": .flag(true),
        ]),
      ])
      return dossierd_login_plain(
        pointer, address.vhost, AMQP_DEFAULT_FRAME_SIZE, Int32(options.heartbeat), &properties, address.user,
        address.password)
    }
    do throws(BrokerError) {
      try check(reply, about: nil, waitingFor: "the login")
    } catch .closedByBroker(let code, let text) {
      throw .loginRefused(user: address.user, vhost: address.vhost, code: code, text: text)
    } catch .forbidden(_, let text) {
      throw .loginRefused(user: address.user, vhost: address.vhost, code: 403, text: text)
    } catch .missing(_, let text) {
      throw .loginRefused(user: address.user, vhost: address.vhost, code: 404, text: text)
    }
  }
}
