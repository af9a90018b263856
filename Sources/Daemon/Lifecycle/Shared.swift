import Synchronization

/// A value that a reload replaces while others read it.
final class Shared<Value: Sendable>: Sendable {
  private let box: Mutex<Value>

  init(_ value: Value) {
    box = Mutex(value)
  }

  var value: Value {
    get { box.withLock { $0 } }
    set { box.withLock { $0 = newValue } }
  }
}
