internal import CRabbitMQ
internal import Glibc

/// Owner of librabbitmq's connection state: frees it, and with it the socket, when it goes.
struct Handle: ~Copyable {
  let pointer: amqp_connection_state_t
  private let cutter: Cutter

  init(_ cutter: Cutter) throws(BrokerError) {
    guard let pointer = amqp_new_connection() else {
      throw .system(call: "amqp_new_connection", reason: "out of memory")
    }
    self.pointer = pointer
    self.cutter = cutter
  }

  deinit {
    cutter.disarm()
    _ = amqp_destroy_connection(pointer)
  }

  /// Lets the cutter reach the socket that has been opened.
  func arm() { cutter.arm(descriptor) }

  var descriptor: Int32 { amqp_get_sockfd(pointer) }

  /// Looks at a status code.
  func check(_ status: Int32, waitingFor what: String) throws(BrokerError) {
    if status < 0 { throw failure(status, waitingFor: what) }
  }

  /// Looks at the outcome of the last call that waited for an answer.
  func checkReply(about thing: BrokerError.Thing?, waitingFor what: String) throws(BrokerError) {
    try check(amqp_get_rpc_reply(pointer), about: thing, waitingFor: what)
  }

  /// Looks at an answer; one by which the broker closes is answered in turn.
  func check(_ reply: amqp_rpc_reply_t, about thing: BrokerError.Thing?, waitingFor what: String) throws(BrokerError) {
    switch reply.reply_type {
    case AMQP_RESPONSE_NORMAL: return
    case AMQP_RESPONSE_LIBRARY_EXCEPTION: throw failure(reply.library_error, waitingFor: what)
    case AMQP_RESPONSE_SERVER_EXCEPTION:
      guard let refusal = answerClose(reply.reply) else {
        throw .protocolViolated(reason: "method \(reply.reply.id) while waiting for \(what)")
      }
      throw refusal.error(about: thing)
    default: throw .linkLost(reason: "the broker hung up while we waited for \(what)")
    }
  }

  /// The error for a status code of the library.
  func failure(_ status: Int32, waitingFor what: String) -> BrokerError {
    let reason = "\(String(cString: amqp_error_string2(status))) while waiting for \(what)"
    return switch amqp_status_enum(status) {
    case AMQP_STATUS_TIMEOUT: .timedOut(waitingFor: what, after: rpcTimeout)
    case AMQP_STATUS_HEARTBEAT_TIMEOUT: .heartbeatLost(seconds: Int(amqp_get_heartbeat(pointer)))
    case AMQP_STATUS_BAD_AMQP_DATA, AMQP_STATUS_UNKNOWN_CLASS, AMQP_STATUS_UNKNOWN_METHOD,
      AMQP_STATUS_WRONG_METHOD, AMQP_STATUS_UNEXPECTED_STATE, AMQP_STATUS_INCOMPATIBLE_AMQP_VERSION:
      .protocolViolated(reason: reason)
    case AMQP_STATUS_NO_MEMORY: .system(call: "librabbitmq", reason: reason)
    case AMQP_STATUS_TABLE_TOO_BIG, AMQP_STATUS_INVALID_PARAMETER: .unsendable(reason: reason)
    default: .linkLost(reason: reason)
    }
  }

  private var rpcTimeout: Duration {
    amqp_get_rpc_timeout(pointer).map {
      .seconds($0.pointee.tv_sec) + .microseconds($0.pointee.tv_usec)
    } ?? .zero
  }
}
