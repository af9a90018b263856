import Dispatch

/// Tells systemd how we are, by the socket that it names in the environment; silent where there is none.
struct Notifier: Sendable {
  private let socketPath: String?

  init(environment: [String: String]) {
    socketPath = environment["NOTIFY_SOCKET"]
  }

  func ready() { send("READY=1") }
  func status(_ status: String) { send("STATUS=\(status)") }
  func stopping() { send("STOPPING=1") }
  func watchdog() { send("WATCHDOG=1") }

  /// The start, which the database's new form makes longer, is alive: systemd is to wait for another minute.
  func migrating() { send("EXTEND_TIMEOUT_USEC=60000000\nSTATUS=giving the database its new form") }

  /// systemd 252 knows no `Type=notify-reload`: the reload is framed by two messages, the first with the monotonic time.
  func reloading() {
    send("RELOADING=1\nMONOTONIC_USEC=\(DispatchTime.now().uptimeNanoseconds / 1000)")
  }

  private func send(_ message: String) {
    guard let socketPath else { return }
    _ = DatagramSocket()?.send(Array(message.utf8), to: socketPath)
  }
}
