import Foundation

/// Sends datagrams to a socket of this machine.
final class DatagramSocket: Sendable {
  private let descriptor: Int32

  /// A sender; nil where the system gives none.
  init?() {
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Sends to the socket at `path`, where `@` in front stands for an abstract one; says whether it was taken.
  func send(_ bytes: [UInt8], to path: String) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var path = Array(path.utf8)
    guard !path.isEmpty, path.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
    // An abstract socket's name begins with a zero byte, which the environment writes as `@`.
    if path.first == UInt8(ascii: "@") { path[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
    let sent = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
      }
    }
    return sent == bytes.count
  }
}
