import Crypto

/// The digest of a log, made in one reading from its beginning.
///
/// Every number goes in as eight bytes, the highest first, and every text as its length and its bytes, so that no two
/// logs read alike. What can be made anew from the log, such as which event is voided, is no part of it.
struct LogDigest {
  private var hash = SHA256()
  private(set) var events = 0
  private(set) var versions = 0
  private(set) var last: Int64 = 0

  init() { add(Array("dossierd log 1".utf8)) }

  mutating func addEvent(seq: Int64, source: String, id: String, recorded: Int64, body: [UInt8]) {
    add(seq)
    add(Array(source.utf8))
    add(Array(id.utf8))
    add(recorded)
    add(body)
    events += 1
    last = seq
  }

  mutating func addVersion(seq: Int64, kind: String, recorded: Int64, body: [UInt8]) {
    add(seq)
    add(Array(kind.utf8))
    add(recorded)
    add(body)
    versions += 1
  }

  /// The state once all events, and then all versions, were added.
  var state: LogState {
    var hash = hash
    LogDigest.add(Int64(events), to: &hash)
    LogDigest.add(Int64(versions), to: &hash)
    let digits = Array("0123456789abcdef")
    let text = hash.finalize().reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return LogState(last: last, events: events, versions: versions, digest: text)
  }

  private mutating func add(_ number: Int64) { LogDigest.add(number, to: &hash) }

  private mutating func add(_ bytes: [UInt8]) {
    add(Int64(bytes.count))
    hash.update(data: bytes)
  }

  private static func add(_ number: Int64, to hash: inout SHA256) {
    withUnsafeBytes(of: number.bigEndian) { hash.update(bufferPointer: $0) }
  }
}
