extension JSONDocument {
  /// Where a value stands, as `data.dossiers[1].code`; empty for the whole.
  func path(to node: Int) -> String {
    var path = ""
    var place = 0
    while place != node, let step = step(from: place, towards: node) {
      path += step.name.isEmpty || step.name.hasPrefix("[") || path.isEmpty ? step.name : ".\(step.name)"
      place = step.place
    }
    return path
  }

  /// The element or member at `place` that holds `node`, and what it is called.
  private func step(from place: Int, towards node: Int) -> (name: String, place: Int)? {
    var child = place + 1
    var number = 0
    while child < Int(nodes[place].next) {
      let isMember = nodes[place].kind == .object
      let value = isMember ? child + 1 : child
      if (child..<Int(nodes[value].next)).contains(node) {
        return (isMember ? name(child) : "[\(number)]", node == child ? node : value)
      }
      child = Int(nodes[value].next)
      number += 1
    }
    return nil
  }

  private func name(_ key: Int) -> String {
    ForeignText.safe(String(decoding: unescaped(key), as: UTF8.self))
  }
}
