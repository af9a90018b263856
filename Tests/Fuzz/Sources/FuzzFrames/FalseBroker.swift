import Glibc

/// The other end of a link: it has greeted as a broker does and said what it was told to before the link begins, and
/// listens to nothing. Neither end is a port or a thread, so that thousands come in a second.
struct FalseBroker: ~Copyable {
  /// Where the link reads, and what it closes at its end.
  let link: Int32
  private let end: Int32

  init(saying bytes: [UInt8]) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue)
    precondition(socketpair(AF_UNIX, kind, 0, &ends) == 0, "no sockets: \(String(cString: strerror(errno)))")
    (link, end) = (ends[0], ends[1])
    let words = Frames.greeting + bytes
    precondition(send(end, words, words.count, Int32(MSG_NOSIGNAL)) == words.count, "too much to say at once")
  }

  deinit { close(end) }
}
