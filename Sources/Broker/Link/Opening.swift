internal import CRabbitMQ
internal import Glibc

extension Handle {
  /// Opens the socket, encrypted where the address says so, and bounds every later wait for an answer.
  func open(_ options: BrokerOptions) throws(BrokerError) {
    let address = options.address
    let socket = address.isEncrypted ? amqp_ssl_socket_new(pointer) : amqp_tcp_socket_new(pointer)
    guard let socket else { throw .system(call: "amqp_socket_new", reason: "out of memory") }
    if address.isEncrypted { try prepare(socket, options.tls, address.endpoint) }

    var timeout = timeval(options.connectTimeout)
    let status = amqp_socket_open_noblock(socket, address.host, Int32(address.port), &timeout)
    guard status == AMQP_STATUS_OK.rawValue else {
      let reason = String(cString: amqp_error_string2(status))
      switch amqp_status_enum(status) {
      case AMQP_STATUS_SSL_ERROR, AMQP_STATUS_SSL_HOSTNAME_VERIFY_FAILED, AMQP_STATUS_SSL_PEER_VERIFY_FAILED,
        AMQP_STATUS_SSL_CONNECTION_FAILED:
        throw .tls(endpoint: address.endpoint, reason: reason)
      case AMQP_STATUS_TIMEOUT:
        throw .unreachable(endpoint: address.endpoint, reason: "no answer within \(options.connectTimeout)")
      default:
        throw .unreachable(endpoint: address.endpoint, reason: reason)
      }
    }
    try boundWaits(by: options)
  }

  /// Bounds every wait for an answer over the socket that is open.
  func boundWaits(by options: BrokerOptions) throws(BrokerError) {
    arm()
    var timeout = timeval(options.connectTimeout)
    try check(amqp_set_handshake_timeout(pointer, &timeout), waitingFor: "the handshake's bound")
    try check(amqp_set_rpc_timeout(pointer, &timeout), waitingFor: "the answers' bound")
    limitUnanswered(to: 2 * options.heartbeat)
  }

  private func prepare(_ socket: OpaquePointer, _ tls: BrokerTLS, _ endpoint: String) throws(BrokerError) {
    amqp_ssl_socket_set_verify_peer(socket, tls.isVerified ? 1 : 0)
    amqp_ssl_socket_set_verify_hostname(socket, tls.isVerified ? 1 : 0)
    guard
      amqp_ssl_socket_set_ssl_versions(socket, AMQP_TLSv1_2, AMQP_TLSvLATEST) == AMQP_STATUS_OK.rawValue
    else { throw .tls(endpoint: endpoint, reason: "TLS 1.2 or later isn't available") }
    if tls.isVerified, amqp_ssl_socket_set_cacert(socket, tls.authorities) != AMQP_STATUS_OK.rawValue {
      throw .tls(endpoint: endpoint, reason: "\(tls.authorities) holds no authority in PEM form")
    }
    if let certificate = tls.certificate, let key = tls.key,
      amqp_ssl_socket_set_key(socket, certificate, key) != AMQP_STATUS_OK.rawValue
    {
      throw .tls(endpoint: endpoint, reason: "\(certificate) and \(key) are not a certificate and its key in PEM form")
    }
  }

  /// Lets the kernel end a link whose other end takes nothing, since the library's sends wait as long as any
  /// heartbeat still comes in. A kernel without the option leaves that to the heartbeats.
  private func limitUnanswered(to seconds: Int) {
    var milliseconds = UInt32(clamping: seconds * 1_000)
    _ = setsockopt(
      descriptor, Int32(IPPROTO_TCP), TCP_USER_TIMEOUT, &milliseconds, socklen_t(MemoryLayout<UInt32>.size))
  }
}

extension timeval {
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(tv_sec: Int(seconds), tv_usec: Int(attoseconds / 1_000_000_000_000))
  }
}
