/// An entry of systemd's journal, in its native protocol (https://systemd.io/JOURNAL_NATIVE_PROTOCOL/).
struct JournalEntry {
  /// More than this of a value is cut off: a datagram has its bounds.
  private static let longestValue = 16_384
  /// Names by which the journal itself goes.
  private static let reserved: Set<String> = ["MESSAGE", "MESSAGE_ID", "PRIORITY", "SYSLOG_IDENTIFIER"]

  private(set) var bytes: [UInt8] = []

  init(_ line: LogLine) {
    add("MESSAGE", line.text)
    add("PRIORITY", "\(line.level.priority)")
    add("SYSLOG_IDENTIFIER", "dossierd")
    for (name, value) in line.fields { add(JournalEntry.fieldName(name), value) }
  }

  /// A field's name as the journal takes it: capitals, digits and `_`, a letter first, 64 at most.
  static func fieldName(_ name: String) -> String {
    let plain = name.uppercased().unicodeScalars.map { scalar in
      ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
    }
    let trimmed = String(plain.drop { !$0.isLetter }.prefix(64))
    return trimmed.isEmpty || reserved.contains(trimmed) ? "DOSSIERD_\(trimmed)" : trimmed
  }

  private mutating func add(_ name: String, _ value: String) {
    let value = Array(value.utf8.prefix(JournalEntry.longestValue))
    bytes += Array(name.utf8)
    // A value of several lines goes behind its length.
    if value.contains(UInt8(ascii: "\n")) {
      bytes.append(UInt8(ascii: "\n"))
      withUnsafeBytes(of: UInt64(value.count).littleEndian) { bytes += $0 }
    } else {
      bytes.append(UInt8(ascii: "="))
    }
    bytes += value
    bytes.append(UInt8(ascii: "\n"))
  }
}
