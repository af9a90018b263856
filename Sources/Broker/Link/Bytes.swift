internal import CRabbitMQ

extension amqp_bytes_t {
  /// The bytes where librabbitmq holds them; valid until its buffers are released.
  var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : len) }

  /// The bytes as text; what isn't UTF-8 is replaced.
  var text: String { String(decoding: buffer, as: UTF8.self) }

  /// Whether the bytes are exactly those of the literal.
  func matches(_ literal: StaticString) -> Bool {
    buffer.elementsEqual(UnsafeRawBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }
}

extension amqp_frame_t {
  /// The properties of a message in its header frame; nil where there are none, or where the frame says that it is the
  /// header of something else: the library then keeps them in another form, of fewer bytes.
  var messageProperties: UnsafeMutablePointer<amqp_basic_properties_t>? {
    guard payload.properties.class_id == UInt16(AMQP_BASIC_CLASS) else { return nil }
    return payload.properties.decoded?.assumingMemoryBound(to: amqp_basic_properties_t.self)
  }
}

extension amqp_table_t {
  /// The value under a key, if any.
  func first(_ key: StaticString) -> amqp_field_value_t? {
    UnsafeBufferPointer(start: entries, count: entries == nil ? 0 : Int(num_entries))
      .first { $0.key.matches(key) }?.value
  }
}

extension amqp_field_value_t {
  /// The value as a whole number, whichever width it was sent in.
  var number: Int? {
    switch UInt32(kind) {
    case AMQP_FIELD_KIND_I8.rawValue: Int(value.i8)
    case AMQP_FIELD_KIND_U8.rawValue: Int(value.u8)
    case AMQP_FIELD_KIND_I16.rawValue: Int(value.i16)
    case AMQP_FIELD_KIND_U16.rawValue: Int(value.u16)
    case AMQP_FIELD_KIND_I32.rawValue: Int(value.i32)
    case AMQP_FIELD_KIND_U32.rawValue: Int(value.u32)
    case AMQP_FIELD_KIND_I64.rawValue: Int(value.i64)
    case AMQP_FIELD_KIND_U64.rawValue: Int(exactly: value.u64)
    default: nil
    }
  }

  /// The value as text.
  var text: String? { UInt32(kind) == AMQP_FIELD_KIND_UTF8.rawValue ? value.bytes.text : nil }

  /// The tables of an array.
  var tables: [amqp_table_t] {
    guard UInt32(kind) == AMQP_FIELD_KIND_ARRAY.rawValue, let first = value.array.entries else { return [] }
    return UnsafeBufferPointer(start: first, count: Int(value.array.num_entries))
      .filter { UInt32($0.kind) == AMQP_FIELD_KIND_TABLE.rawValue }.map(\.value.table)
  }
}
