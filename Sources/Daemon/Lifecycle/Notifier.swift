import Dispatch
import Foundation

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
    guard let socketPath, !socketPath.isEmpty else { return }
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var path = Array(socketPath.utf8)
    guard path.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
    // An abstract socket's name begins with a zero byte, which the environment writes as `@`.
    if path.first == UInt8(ascii: "@") { path[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    let bytes = Array(message.utf8)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
      }
    }
  }
}
