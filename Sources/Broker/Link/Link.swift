internal import CRabbitMQ
internal import Glibc

/// One connection with one channel, owned by one thread.
///
/// librabbitmq knows nothing of threads, and loses frames when more than one channel is in use: so there is one of each, and
/// the value can't be copied away from the thread that made it. Every wait is bounded.
struct Link: ~Copyable {
  static let channel: amqp_channel_t = 1

  let handle: Handle
  let options: BrokerOptions
  /// Seconds between heartbeats, as agreed with the broker.
  let heartbeat: Int

  /// Connects, logs in and opens the channel.
  ///
  /// - Parameters:
  ///   - options: Where and how.
  ///   - cutter: What may end the link from another thread.
  /// - Throws: ``BrokerError`` that says at which step the broker could not be reached or refused.
  init(_ options: BrokerOptions, cutter: Cutter) throws(BrokerError) {
    try options.check()
    let handle = try Handle(cutter)
    try handle.open(options)
    try self.init(handle, options)
  }

  /// Logs in over a socket that is open, and opens the channel.
  init(_ handle: consuming Handle, _ options: BrokerOptions) throws(BrokerError) {
    do throws(BrokerError) {
      try handle.login(options)
    } catch .linkLost(let reason) where options.address.isEncrypted && options.tls.certificate == nil {
      // TLS 1.3 tells a client only after its own handshake is over that a certificate was wanted.
      throw .tls(
        endpoint: options.address.endpoint,
        reason: "\(reason), just after the handshake; a broker that asks for a certificate does so: set "
          + "certificate-file and key-file, or see to the broker's log")
    }
    _ = amqp_channel_open(handle.pointer, Self.channel)
    try handle.checkReply(about: nil, waitingFor: "the channel")
    heartbeat = max(Int(amqp_get_heartbeat(handle.pointer)), 1)
    self.handle = handle
    self.options = options
  }

  var descriptor: Int32 { handle.descriptor }

  /// Whether bytes or frames are at hand, so that waiting for the socket would be wrong.
  var hasBuffered: Bool { amqp_frames_enqueued(handle.pointer) != 0 || amqp_data_in_buffer(handle.pointer) != 0 }

  /// Takes the next frame if one is complete, without waiting. Also sends and checks heartbeats.
  ///
  /// What the frame points to lives until ``releaseBuffers()``.
  func nextFrame(_ frame: inout amqp_frame_t) throws(BrokerError) -> Bool {
    var now = timeval()
    let status = amqp_simple_wait_frame_noblock(handle.pointer, &frame, &now)
    if status == AMQP_STATUS_OK.rawValue { return true }
    if status == AMQP_STATUS_TIMEOUT.rawValue { return false }
    if status == AMQP_STATUS_HEARTBEAT_TIMEOUT.rawValue { throw .heartbeatLost(seconds: heartbeat) }
    throw handle.failure(status, waitingFor: "a frame")
  }

  /// Gives the memory of the frames taken so far back to the library.
  func releaseBuffers() { amqp_maybe_release_buffers(handle.pointer) }

  /// Sends a heartbeat; needed by a thread that doesn't read, since the library sends them only while it reads.
  func sendHeartbeat() throws(BrokerError) {
    var frame = amqp_frame_t()
    frame.frame_type = UInt8(AMQP_FRAME_HEARTBEAT)
    try handle.check(amqp_send_frame(handle.pointer, &frame), waitingFor: "a heartbeat to leave")
  }

  /// Acknowledges every delivery up to and including the tag.
  func acknowledge(upTo tag: UInt64) throws(BrokerError) {
    try handle.check(amqp_basic_ack(handle.pointer, Self.channel, tag, 1), waitingFor: "an acknowledgement to leave")
  }
}
