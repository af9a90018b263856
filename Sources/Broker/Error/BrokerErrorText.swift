extension BrokerError: CustomStringConvertible {
  /// What was expected, what was found, and what to do.
  public var description: String {
    switch self {
    case .invalidAddress(let reason):
      "The broker's address can't be used: \(reason). Write amqp://user:password@host:port/vhost."
    case .invalidOption(let name, let reason):
      "The broker setting \(name) can't be used: \(reason)."
    case .unreachable(let endpoint, let reason):
      "No broker answers at \(endpoint): \(reason). Check that RabbitMQ runs there and that host and port are right."
    case .tls(let endpoint, let reason):
      "The encrypted link to \(endpoint) failed: \(reason). It needs a file of authorities that signed the broker's "
        + "certificate, and a host name (not an IP address) that the certificate carries."
    case .loginRefused(let user, let vhost, let code, let text):
      "The broker refused user \"\(user)\" for vhost \"\(vhost)\" (\(code) \(text)). Check name and password, that "
        + "the vhost exists, and `rabbitmqctl list_permissions -p '\(vhost)'`."
    case .missing(let thing, let text):
      "The broker has not got \(thing) (\(text)). `dossierctl topology apply` or `dossierd run --declare` makes it."
    case .differs(let thing, let text):
      "The broker has \(thing) with other properties than expected (\(text)). \(Self.loss(text))Bring the settings in "
        + "line with it, or drain it, delete it and run `dossierctl topology apply`."
    case .forbidden(let thing, let text):
      "The broker refused access\(thing.map { " to \($0)" } ?? "") (\(text)). Give the user the permission with "
        + "`rabbitmqctl set_permissions`."
    case .closedByBroker(let code, let text):
      "The broker closed the link (\(code) \(text)). \(Self.advice(code))"
    case .consumerCancelled(let queue):
      "The broker ended the consumer of queue \"\(queue)\": the queue was deleted or lost its leader. If it is gone, "
        + "`dossierctl topology apply` makes it."
    case .heartbeatLost(let seconds):
      "Nothing came from the broker for \(2 * seconds) s. Check the network and whether the broker still runs."
    case .linkLost(let reason):
      "The link to the broker tore: \(reason). Check the network and the broker's log."
    case .timedOut(let what, let after):
      "The broker did not answer within \(after) while waiting for \(what). Check its load, its alarms and the network."
    case .blocked(let reason):
      "The broker takes no messages: \(reason). Free memory or disk there; `rabbitmq-diagnostics alarms` says which."
    case .unsendable(let reason):
      "The message can't be sent: \(reason)."
    case .protocolViolated(let reason):
      "The broker said something unexpected: \(reason). Check that it is RabbitMQ 3.10 or later and that nothing "
        + "between rewrites the stream."
    case .released:
      "A batch was given back to the broker, since it could not be stored. It comes again after a pause."
    case .stopped:
      "The link to the broker was ended on request."
    case .system(let call, let reason):
      "The operating system refused \(call): \(reason). Check the limits of the process."
    }
  }

  private static func loss(_ text: String) -> String {
    text.contains("'x-dead-letter-exchange'")
      ? "Without a dead letter exchange a queue drops in silence what it gives up on. " : ""
  }

  private static func advice(_ code: Int) -> String {
    switch code {
    case 320: "An administrator closed it or the broker is going down; the link is made anew by itself."
    case 406: "A delivery was held longer than the broker's consumer_timeout, or a tag or property was refused."
    default: "The broker's log says more."
    }
  }
}
