import Foundation
import Glibc
import Synchronization

/// A server on this machine that greets as a broker does, says what it was told to at once, and listens to nothing.
final class FalseBroker: Sendable {
  let port: Int
  private let listener: Int32
  private let words = Mutex<[UInt8]>([])

  init() {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) | listen(listener, 16) | getsockname(listener, $0, &size)
      }
    }
    precondition(status == 0, "no server: \(String(cString: strerror(errno)))")
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in serve() }
  }

  /// What it says to whoever comes next.
  func say(_ bytes: [UInt8]) { words.withLock { $0 = Frames.greeting + bytes } }

  private func serve() {
    var heard = [UInt8](repeating: 0, count: 4_096)
    while true {
      let link = accept(listener, nil, nil)
      guard link >= 0 else { continue }
      let words = words.withLock { $0 }
      _ = send(link, words, words.count, Int32(MSG_NOSIGNAL))
      while recv(link, &heard, heard.count, 0) > 0 {}
      close(link)
    }
  }
}
