/// The elements of an array, one after the other.
struct JSONElements: Sequence, IteratorProtocol {
  private let document: JSONDocument
  private var node: Int
  private let end: Int

  /// The elements of `array`.
  init(of array: JSONValue) {
    document = array.document
    node = array.node + 1
    end = Int(document.nodes[array.node].next)
  }

  mutating func next() -> JSONValue? {
    guard node < end else { return nil }
    defer { node = Int(document.nodes[node].next) }
    return JSONValue(document: document, node: node)
  }
}
