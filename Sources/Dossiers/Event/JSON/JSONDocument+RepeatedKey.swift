extension JSONDocument {
  /// A key that stands twice in the object at `object`, or nil.
  func repeatedKey(in object: Int) -> Int? {
    nodes[object].count <= 16 ? repeatedKeyByPairs(in: object) : repeatedKeyBySet(in: object)
  }

  /// Compares each with each: fastest for the few members of an event.
  private func repeatedKeyByPairs(in object: Int) -> Int? {
    let end = Int(nodes[object].next)
    var key = object + 1
    while key < end {
      var other = self.key(after: key)
      while other < end {
        if isSame(key, other) { return other }
        other = self.key(after: other)
      }
      key = self.key(after: key)
    }
    return nil
  }

  /// Keeps the time in proportion to the members, whatever their number.
  private func repeatedKeyBySet(in object: Int) -> Int? {
    var seen: Set<[UInt8]> = []
    return keys(of: object).first { !seen.insert(unescaped($0)).inserted }
  }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    if nodes[one].hasEscapes || nodes[other].hasEscapes { return unescaped(one) == unescaped(other) }
    return nodes[one].length == nodes[other].length && raw(one).isSame(as: raw(other))
  }
}
