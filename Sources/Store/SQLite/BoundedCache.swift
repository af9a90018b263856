/// A dictionary that forgets half of what it knows, the half not asked for lately, when it is full.
struct BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var recent: [Key: Value] = [:]
  private var older: [Key: Value] = [:]
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Takes the value out, so that whoever changes it holds the only copy.
  mutating func take(_ key: Key) -> Value? {
    recent.removeValue(forKey: key) ?? older.removeValue(forKey: key)
  }

  mutating func insert(_ value: Value, for key: Key) {
    if recent.count >= limit / 2 {
      older = recent
      recent = [:]
      recent.reserveCapacity(limit / 2)
    }
    recent[key] = value
  }
}
