import Glibc

/// The lines of a file or of standard input, as many at a time as one read brings, so that a slow writer is answered
/// at once and a large file costs no memory.
///
/// A read blocks its thread; a command has one task, and nothing that waits for that thread meanwhile.
struct InputLines: ~Copyable {
  /// A line without its end.
  struct Line {
    /// Its number, from 1.
    let number: Int
    /// What stands in it.
    let bytes: [UInt8]
  }

  /// The path as given; `-` is standard input.
  let path: String
  private let descriptor: Int32
  private var rest: [UInt8] = []
  private var number = 0
  private var isAtEnd = false
  private var chunk: [UInt8]

  private static let longestLine = 16 << 20

  init(_ path: String) throws(CommandError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .noInput(path: path, reason: String(cString: strerror(errno))) }
    chunk = Array(repeating: 0, count: 1 << 20)
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// The next lines, blank ones left out; nil at the end.
  mutating func next() throws(CommandError) -> [Line]? {
    while !isAtEnd {
      let count = try read()
      isAtEnd = count == 0
      let lines = isAtEnd ? lastLine() : try split(chunk[..<count])
      if !lines.isEmpty { return lines }
    }
    return nil
  }

  private mutating func read() throws(CommandError) -> Int {
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      let code = errno
      if code == EINTR { continue }
      let reason = String(cString: strerror(code))
      throw code == EISDIR ? .noInput(path: path, reason: reason) : .unreadable(path: path, reason: reason)
    }
  }

  private mutating func split(_ bytes: ArraySlice<UInt8>) throws(CommandError) -> [Line] {
    var lines: [Line] = []
    var left = bytes
    while let end = left.firstIndex(of: UInt8(ascii: "\n")) {
      take(left[..<end], &lines)
      left = left[(end + 1)...]
    }
    rest += left
    guard rest.count <= InputLines.longestLine else {
      throw .wrongLine(path: path, line: number + 1, problem: "a line longer than 16 MiB; this is no file of lines.")
    }
    return lines
  }

  private mutating func lastLine() -> [Line] {
    var lines: [Line] = []
    if !rest.isEmpty { take([], &lines) }
    return lines
  }

  /// Takes a line that began with what was left over, unless it is blank.
  private mutating func take(_ tail: ArraySlice<UInt8>, _ lines: inout [Line]) {
    var bytes = rest.isEmpty ? Array(tail) : rest + tail
    rest.removeAll()
    number += 1
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    if bytes.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
      lines.append(Line(number: number, bytes: bytes))
    }
  }
}
