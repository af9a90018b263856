internal import CCurl

/// One mail on its way: what libcurl's callbacks read and write while `curl_easy_perform` runs, all on its thread.
final class Transfer {
  /// What the server said.
  private(set) var replies = ReplyReader()
  /// Whether libcurl has been given all of the mail, so that the final dot may be on its way.
  private(set) var isHandedOver = false
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// How many bytes the mail has.
  var size: Int { bytes.count }

  private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let chunk = bytes[offset..<min(offset + buffer.count, bytes.count)]
    buffer.copyBytes(from: chunk)
    offset += chunk.count
    // libcurl knows the size and does not ask again after the last byte.
    isHandedOver = offset == bytes.count
    return chunk.count
  }

  /// Hands libcurl the next bytes of the mail.
  static let read: curl_read_callback = { buffer, size, count, context in
    guard let buffer, let context else { return Int(CURL_READFUNC_ABORT) }
    return transfer(context).read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
  }

  /// Takes a line of the server's.
  static let header: curl_write_callback = { buffer, size, count, context in
    guard let buffer, let context else { return size * count }
    transfer(context).replies.take(UnsafeRawBufferPointer(start: buffer, count: size * count))
    return size * count
  }

  /// Ends the transfer once the task that sends is cancelled; libcurl asks at least once a second.
  static let progress: curl_xferinfo_callback = { _, _, _, _, _ in Task.isCancelled ? 1 : 0 }

  private static func transfer(_ context: UnsafeMutableRawPointer) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
  }
}
