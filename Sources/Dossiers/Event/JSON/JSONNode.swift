/// One value, or one key, of a JSON text: what it is and where it stands.
struct JSONNode {
  /// The kinds of value; a key is a string.
  enum Kind: UInt8 {
    case null
    case `false`
    case `true`
    case number
    case string
    case array
    case object
  }

  /// What it is.
  let kind: Kind
  /// Whether a string must be unescaped before it is read.
  let hasEscapes: Bool
  /// How many elements or members it has.
  var count: Int32 = 0
  /// Its first byte; of a string the first behind the quote.
  let start: Int32
  /// The byte behind its last; of a string the closing quote.
  var end: Int32
  /// The node behind all that is inside this one; while an array or object is still open, the one that it is in.
  var next: Int32

  /// How many bytes it has.
  var length: Int { Int(end - start) }

  /// A node of these parts; positions stay in the bounds that the parser sets for a body.
  init(_ kind: Kind, from start: Int, to end: Int, next: Int, hasEscapes: Bool = false) {
    self.kind = kind
    self.hasEscapes = hasEscapes
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.next = Int32(truncatingIfNeeded: next)
  }
}
