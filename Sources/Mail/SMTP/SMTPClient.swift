internal import CCurl

/// Sends mails to one server, one after the other over a connection that it keeps.
///
/// It runs on a thread of its own, which libcurl blocks while it waits for the server. Cancelling the task that sends
/// ends a transfer within about a second.
public actor SMTPClient {
  /// The server.
  public nonisolated let server: SMTPServer
  private nonisolated let executor = QueueExecutor(label: "smtp")
  private var handle: CurlHandle
  private var keepsConnection = false

  /// The thread that the client runs on.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// A client of `server`; it connects with its first mail.
  /// - Throws: `MailError.unreachable` where libcurl cannot start, `.server` where it lacks what `server` asks for.
  public init(_ server: SMTPServer) throws(MailError) {
    self.server = server
    handle = try SMTPClient.handle(for: server)
  }

  private static func handle(for server: SMTPServer) throws(MailError) -> CurlHandle {
    let handle = try CurlHandle(server: server.place)
    do { try handle.configure(for: server) } catch {
      throw .server(server.place, reason: error.reason)
    }
    return handle
  }

  /// Sends `message`, and returns the reply by which the server took it.
  /// - Throws: `MailError`, whose case says whether the mail was refused, may be sent again, or may have been taken.
  public func send(_ message: MailMessage) throws(MailError) -> SMTPReply {
    let bytes = message.serialized()
    if Task.isCancelled { throw .cancelled }
    let mayBeStale = keepsConnection
    do { return try attempt(message, bytes) } catch {
      guard mayBeStale, error.isStale else { throw error.error }
    }
    do { return try attempt(message, bytes) } catch { throw error.error }
  }

  private func attempt(_ message: MailMessage, _ bytes: [UInt8]) throws(SMTPOutcome) -> SMTPReply {
    let transfer = Transfer(bytes)
    keepsConnection = false
    do {
      try handle.perform(transfer, from: message.from.address, to: message.to.address)
    } catch {
      let outcome = SMTPOutcome(
        server: server.place, failure: error, code: handle.lastCode, text: transfer.replies.text,
        isHandedOver: transfer.isHandedOver, wasReused: handle.wasReused)
      if !outcome.isAnswered { renew() }
      throw outcome
    }
    keepsConnection = true
    return SMTPReply(code: handle.lastCode, text: transfer.replies.text)
  }

  /// Leaves the connection behind: libcurl keeps one whose server fell silent after the final dot, and would take a late
  /// answer on it for one to the next mail. Where no other handle can be had, the old one serves on.
  private func renew() {
    do throws(MailError) { handle = try SMTPClient.handle(for: server) } catch {}
  }
}
