import Foundation

/// The few calls that a local stream socket needs.
enum LocalSocket {
  /// The longest line that is read.
  static let longestLine = 65_536

  /// Listens for its owner, and where it `isShared` for its group.
  static func listen(at path: String, isShared: Bool) throws(ControlError) -> Int32 {
    let descriptor = try make(path)
    unlink(path)
    let mask = umask(isShared ? 0o117 : 0o177)
    let bound = withAddress(of: path) { Foundation.bind(descriptor, $0, $1) }
    umask(mask)
    guard bound == 0, Foundation.listen(descriptor, 8) == 0 else {
      let why = String(cString: strerror(errno))
      close(descriptor)
      throw .socket(path: path, why: why)
    }
    return descriptor
  }

  static func connect(to path: String) throws(ControlError) -> Int32 {
    let descriptor = try make(path)
    guard withAddress(of: path, { Foundation.connect(descriptor, $0, $1) }) == 0 else {
      let isAbsent = errno == ENOENT || errno == ECONNREFUSED
      let why = String(cString: strerror(errno))
      close(descriptor)
      throw isAbsent ? .nobodyListens(path: path) : .socket(path: path, why: why)
    }
    return descriptor
  }

  /// One line, or nil where the other side stays silent for ten seconds, or says too much.
  static func readLine(_ descriptor: Int32) -> [UInt8]? {
    var wait = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var line: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while line.count < longestLine {
      let count = recv(descriptor, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      line += chunk[..<count]
      if let end = line.firstIndex(of: UInt8(ascii: "\n")) { return Array(line[..<end]) }
    }
    return nil
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// The user on the other side, as the kernel knows it.
  static func peer(of descriptor: Int32) -> UInt32? {
    // The kernel's `struct ucred`, which Glibc's module does not show: process, user, group.
    var credentials: (pid: Int32, uid: UInt32, gid: UInt32) = (0, 0, 0)
    var length = socklen_t(MemoryLayout.size(ofValue: credentials))
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
    return credentials.uid
  }

  private static func make(_ path: String) throws(ControlError) -> Int32 {
    guard path.utf8.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path) else {
      throw .socket(path: path, why: "the path is too long for a socket")
    }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .socket(path: path, why: String(cString: strerror(errno))) }
    return descriptor
  }

  private static func withAddress(of path: String, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
  }
}
