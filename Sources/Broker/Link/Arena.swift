internal import CRabbitMQ

/// Memory for what one call into librabbitmq borrows: texts and tables that live until the call is over.
final class Arena {
  private var blocks: [UnsafeMutableRawBufferPointer] = []

  private init() {}

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Runs `body` with an arena that outlives it.
  static func with<Result, Failure: Error>(_ body: (Arena) throws(Failure) -> Result) throws(Failure) -> Result {
    let arena = Arena()
    defer { withExtendedLifetime(arena) {} }
    return try body(arena)
  }

  /// The text's UTF-8 bytes.
  func bytes(_ text: String) -> amqp_bytes_t {
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: max(text.utf8.count, 1), alignment: 1)
    block.copyBytes(from: text.utf8)
    blocks.append(block)
    return amqp_bytes_t(len: text.utf8.count, bytes: block.baseAddress)
  }

  /// A field table with the entries in their order.
  func table(_ entries: KeyValuePairs<String, Field>) -> amqp_table_t {
    guard !entries.isEmpty else { return amqp_table_t() }
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: entries.count * MemoryLayout<amqp_table_entry_t>.stride,
      alignment: MemoryLayout<amqp_table_entry_t>.alignment)
    blocks.append(block)
    let slots = block.bindMemory(to: amqp_table_entry_t.self)
    _ = slots.initialize(from: entries.map { amqp_table_entry_t(key: bytes($0.key), value: value($0.value)) })
    return amqp_table_t(num_entries: Int32(entries.count), entries: slots.baseAddress)
  }

  private func value(_ field: Field) -> amqp_field_value_t {
    var value = amqp_field_value_t()
    switch field {
    case .flag(let flag):
      value.kind = UInt8(AMQP_FIELD_KIND_BOOLEAN.rawValue)
      value.value.boolean = flag ? 1 : 0
    case .number(let number):
      value.kind = UInt8(AMQP_FIELD_KIND_I64.rawValue)
      value.value.i64 = Int64(number)
    case .text(let text):
      value.kind = UInt8(AMQP_FIELD_KIND_UTF8.rawValue)
      value.value.bytes = bytes(text)
    case .table(let entries):
      value.kind = UInt8(AMQP_FIELD_KIND_TABLE.rawValue)
      value.value.table = table(entries)
    }
    return value
  }
}

/// A value in a field table, of the kinds that are sent here.
enum Field {
  case flag(Bool)
  case number(Int)
  case text(String)
  case table(KeyValuePairs<String, Field>)
}
