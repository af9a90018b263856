import Daemon
import Foundation
import Glibc

/// Standard output, written in large pieces. What was written last leaves with ``flush()``.
struct Output: ~Copyable {
  private var buffer: [UInt8] = []
  private var hasTable = false
  private static let size = 1 << 20

  init() {
    buffer.reserveCapacity(Output.size + 4096)
  }

  /// Writes bytes as they are, and ends the line.
  mutating func line(_ bytes: some Sequence<UInt8>) throws(CommandError) {
    buffer.append(contentsOf: bytes)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Output.size, !hasTable { try flush() }
  }

  /// Writes a line of JSON, its keys in order.
  mutating func json(_ value: some Encodable) throws {
    try line(Output.encoder.encode(value))
  }

  /// Writes JSON for a file that people read and compare, a value a line.
  mutating func document(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try line(encoder.encode(value))
  }

  /// Writes a table.
  mutating func table(_ table: Table) throws(CommandError) {
    hasTable = true
    for (index, row) in table.lines.enumerated() { try line((index == 0 ? Paint.strong.over(row) : row).utf8) }
  }

  /// Writes a sentence, whatever stands in it.
  mutating func sentence(_ text: String) throws(CommandError) {
    try line(text.escapingControls.utf8)
  }

  /// Writes a sentence in a colour.
  mutating func sentence(_ text: String, in paint: Paint?) throws(CommandError) {
    let text = text.escapingControls
    try line((paint?.over(text) ?? text).utf8)
  }

  /// Writes out what is still held back; a long table a screen at a time, where a person looks at a terminal.
  mutating func flush() throws(CommandError) {
    if hasTable, Pager.show(buffer) { buffer.removeAll() }
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes { bytes in
        Glibc.write(STDOUT_FILENO, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if count < 0 {
        guard errno != EINTR else { continue }
        throw errno == EPIPE ? .readerGone : .unwritable(reason: String(cString: strerror(errno)))
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static let encoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}
