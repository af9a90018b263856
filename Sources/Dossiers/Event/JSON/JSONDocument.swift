/// A JSON text that was read and found right: its bytes, and a flat list of what stands in them.
///
/// Good only inside the closure that `JSONParser.parse` hands it to. Its indices are those that the parser laid down,
/// so that none leads outside.
struct JSONDocument {
  let bytes: UTF8Bytes
  let nodes: UnsafeBufferPointer<JSONNode>

  /// The whole.
  var root: JSONValue { JSONValue(document: self, node: 0) }

  /// The bytes of a node as they stand; the parser has seen that they lie inside the body.
  func raw(_ node: Int) -> UTF8Bytes {
    let node = nodes[node]
    return UTF8Bytes(rebasing: bytes[Int(node.start)..<Int(node.end)])
  }

  /// A string's text with its escapes resolved.
  func unescaped(_ node: Int) -> [UInt8] {
    JSONEscapes.resolved(raw(node))
  }

  /// Whether the key at `node` is `name`.
  func key(_ node: Int, is name: StaticString) -> Bool {
    guard nodes[node].hasEscapes else {
      return nodes[node].length == name.utf8CodeUnitCount && raw(node).equals(name)
    }
    return unescaped(node).withUnsafeBufferPointer { $0.equals(name) }
  }

  /// The key behind the one at `node` in the same object, or the node behind the object.
  func key(after node: Int) -> Int { Int(nodes[node + 1].next) }

  /// The nodes of an object's keys.
  func keys(of object: Int) -> [Int] {
    var keys: [Int] = []
    var key = object + 1
    while key < Int(nodes[object].next) {
      keys.append(key)
      key = self.key(after: key)
    }
    return keys
  }

  /// What stands at `node`, in words that are safe to show: short, and without control characters.
  func found(_ node: Int) -> String {
    switch nodes[node].kind {
    case .null: "null"
    case .true: "true"
    case .false: "false"
    case .number: ForeignText.safe(raw(node).text)
    case .string: "'\(ForeignText.safe(String(decoding: unescaped(node), as: UTF8.self)))'"
    case .array: nodes[node].count == 0 ? "an empty array" : "an array"
    case .object: "an object"
    }
  }
}
