/// Reads a JSON text (RFC 8259) in one pass, without recursion, into a flat list of its values.
///
/// Stricter than the RFC must be: no byte order mark, no repeated key, no lone surrogate, bounds on size, depth and
/// members. Every look at a byte is bounded by `peek`.
struct JSONParser {
  let bytes: UTF8Bytes
  var position = 0
  private let limits: EventDecoder.Limits
  private var nodes: [JSONNode] = []
  private var open = JSONParser.nothing
  private var depth = 0

  private static let nothing = -1

  /// Reads `bytes`, and hands what they say to `use`.
  /// - Throws: `ContractError` of the kind `unreadable`, or `contract` for a repeated key; and what `use` throws.
  static func parse<Value>(
    _ bytes: UTF8Bytes, _ limits: EventDecoder.Limits, use: (JSONDocument) throws(ContractError) -> Value
  ) throws(ContractError) -> Value {
    guard bytes.count <= min(limits.bytes, Int(Int32.max)) else {
      throw ContractError(.unreadable, "expected at most \(limits.bytes) bytes, found \(bytes.count)")
    }
    var parser = JSONParser(bytes: bytes, limits: limits)
    try parser.parse()
    return try parser.nodes.withUnsafeBufferPointer { nodes throws(ContractError) in
      try use(JSONDocument(bytes: bytes, nodes: nodes))
    }
  }

  private init(bytes: UTF8Bytes, limits: EventDecoder.Limits) {
    self.bytes = bytes
    self.limits = limits
    nodes.reserveCapacity(48)
  }

  /// The byte at the position, or 0, which has no place in JSON, at the end.
  var peek: UInt8 {
    @inline(__always) get { position < bytes.count ? bytes[position] : 0 }
  }

  private mutating func parse() throws(ContractError) {
    skipBlanks()
    repeat {
      try value()
      try next()
    } while open != JSONParser.nothing
    skipBlanks()
    guard position == bytes.count else { throw unexpected("nothing behind the event") }
  }

  /// Reads a scalar or an empty array or object; of any other the openings, down to its first scalar.
  private mutating func value() throws(ContractError) {
    while true {
      if open != JSONParser.nothing { nodes[open].count += 1 }
      let first = position
      switch peek {
      case UInt8(ascii: "\""):
        let hasEscapes = try string()
        push(.string, from: first + 1, to: position - 1, hasEscapes: hasEscapes)
        return
      case UInt8(ascii: "{"):
        try descend(.object)
        if peek == UInt8(ascii: "}") { return }
        try key()
      case UInt8(ascii: "["):
        try descend(.array)
        if peek == UInt8(ascii: "]") { return }
      default:
        push(try scalar(), from: first, to: position)
        return
      }
    }
  }

  /// Goes on to the next element or member, closing what ends before it.
  private mutating func next() throws(ContractError) {
    while open != JSONParser.nothing {
      skipBlanks()
      let isObject = nodes[open].kind == .object
      switch peek {
      case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
        position += 1
        try ascend()
      case UInt8(ascii: ","):
        position += 1
        skipBlanks()
        if isObject { try key() }
        return
      default:
        throw unexpected(isObject ? "',' or '}'" : "',' or ']'")
      }
    }
  }

  private mutating func key() throws(ContractError) {
    guard nodes[open].count < limits.members else {
      throw ContractError(.unreadable, "expected at most \(limits.members) members in an object, found more")
    }
    let first = position
    guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
    let hasEscapes = try string()
    push(.string, from: first + 1, to: position - 1, hasEscapes: hasEscapes)
    skipBlanks()
    guard peek == UInt8(ascii: ":") else { throw unexpected("':' behind a key") }
    position += 1
    skipBlanks()
  }

  private mutating func descend(_ kind: JSONNode.Kind) throws(ContractError) {
    guard depth < limits.depth else {
      throw ContractError(.unreadable, "expected at most \(limits.depth) levels of nesting, found more")
    }
    depth += 1
    let node = nodes.count
    nodes.append(JSONNode(kind, from: position, to: position, next: open))
    open = node
    position += 1
    skipBlanks()
  }

  private mutating func ascend() throws(ContractError) {
    let closed = open
    open = Int(nodes[closed].next)
    depth -= 1
    nodes[closed].next = Int32(truncatingIfNeeded: nodes.count)
    nodes[closed].end = Int32(truncatingIfNeeded: position)
    guard nodes[closed].kind == .object, nodes[closed].count > 1 else { return }
    try nodes.withUnsafeBufferPointer { nodes throws(ContractError) in
      let document = JSONDocument(bytes: bytes, nodes: nodes)
      guard let key = document.repeatedKey(in: closed) else { return }
      throw ContractError(.contract, "expected each key once in an object, found \(document.found(key)) twice")
    }
  }

  @inline(__always)
  private mutating func push(_ kind: JSONNode.Kind, from start: Int, to end: Int, hasEscapes: Bool = false) {
    nodes.append(JSONNode(kind, from: start, to: end, next: nodes.count + 1, hasEscapes: hasEscapes))
  }

  @inline(__always)
  private mutating func skipBlanks() {
    while peek <= UInt8(ascii: " ") {
      switch peek {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
      default: return
      }
    }
  }

  /// A refusal that says what was `expected` here, and what stands here.
  func unexpected(_ expected: String) -> ContractError {
    let found =
      switch peek {
      case _ where position >= bytes.count: "the end"
      case 0x21...0x7E: "'\(Character(Unicode.Scalar(peek)))'"
      default: "the byte 0x" + String(peek, radix: 16, uppercase: true)
      }
    return ContractError(.unreadable, "expected JSON with \(expected), found \(found) at byte \(position)")
  }
}
