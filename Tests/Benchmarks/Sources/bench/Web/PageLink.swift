import Glibc

/// A connection to the daemon's pages, just good enough for answers that say how long they are.
final class PageLink {
  private let socket: Int32
  private var rest: [UInt8] = []

  init(port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = PageLink.address(port)
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else {
      close(socket)
      throw BenchError.page(path: "", found: "no connection")
    }
    var (yes, limit) = (Int32(1), timeval(tv_sec: 30, tv_usec: 0))
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(socket) }

  /// Opens the page at `path`, to its last byte.
  func get(_ path: String) throws {
    let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)
    guard send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
      throw BenchError.page(path: path, found: "a connection that ended")
    }
    var end = headEnd
    while end == nil {
      try receive(path)
      end = headEnd
    }
    let head = String(decoding: rest[..<(end ?? 0)], as: UTF8.self).lowercased()
    let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
      .flatMap { Int($0.drop { $0 != " " }.dropFirst()) }
    guard head.hasPrefix("http/1.1 200"), let length else {
      throw BenchError.page(path: path, found: String(head.prefix(80)))
    }
    let whole = (end ?? 0) + 4 + length
    while rest.count < whole { try receive(path) }
    rest.removeFirst(whole)
  }

  /// A port that is free now.
  static func freePort() throws -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var (address, length) = (PageLink.address(0), socklen_t(MemoryLayout<sockaddr_in>.size))
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard bound else { throw BenchError.page(path: "", found: "no free port") }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Where the empty line after the header fields begins.
  private var headEnd: Int? {
    guard rest.count >= 4 else { return nil }
    return rest.indices.dropLast(3).first { rest[$0] == 13 && rest[$0 + 1] == 10 && rest[$0 + 2] == 13 }
  }

  private func receive(_ path: String) throws {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &chunk, chunk.count, 0)
    guard count > 0 else { throw BenchError.page(path: path, found: "no answer in 30 s") }
    rest += chunk[..<count]
  }

  private static func address(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }
}
