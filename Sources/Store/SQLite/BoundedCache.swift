/// A dictionary that forgets half of what it knows, the half not asked for lately, when it is full.
struct BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var recent: [Key: Value] = [:]
  private var older: [Key: Value] = [:]
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  mutating func value(for key: Key) -> Value? {
    if let value = recent[key] { return value }
    guard let value = older.removeValue(forKey: key) else { return nil }
    insert(value, for: key)
    return value
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
