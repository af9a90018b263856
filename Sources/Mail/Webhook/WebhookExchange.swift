internal import CCurl

/// One request on its way: what libcurl's callbacks gather while `curl_easy_perform` runs, all on its thread.
final class WebhookExchange {
  /// The most bytes of an answer, its header fields included, that are read.
  static let longestAnswer = 64 << 10
  /// The most bytes of an answer that are kept, to be shown.
  private static let longestText = 300

  /// The status of the answer; 0 until its header fields are all there.
  private(set) var code = 0
  private var announced = 0
  private var received = 0
  private var beginning: [UInt8] = []

  /// The beginning of the answer's body in one line.
  var text: String {
    String(decoding: beginning, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ").printable
  }

  /// Takes one line of the header fields; false where the answer is longer than anyone needs.
  private func take(header line: UnsafeRawBufferPointer) -> Bool {
    if line.starts(with: "HTTP/".utf8) {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 2)
      announced = words.count > 1 ? Int(words[1].prefix { $0.isNumber }) ?? 0 : 0
    } else if line.allSatisfy({ $0 == 13 || $0 == 10 }), announced >= 200 {
      // What comes with 1xx is only the prelude.
      code = announced
    }
    return count(line)
  }

  private func take(body bytes: UnsafeRawBufferPointer) -> Bool {
    beginning += bytes.prefix(WebhookExchange.longestText - beginning.count)
    return count(bytes)
  }

  private func count(_ bytes: UnsafeRawBufferPointer) -> Bool {
    received += bytes.count
    return received <= WebhookExchange.longestAnswer
  }

  /// Takes a line of the answer's header fields.
  static let header: curl_write_callback = { buffer, size, count, context in
    guard let buffer, let context else { return 0 }
    let taken = exchange(context).take(header: UnsafeRawBufferPointer(start: buffer, count: size * count))
    return taken ? size * count : 0
  }

  /// Takes a part of the answer's body.
  static let body: curl_write_callback = { buffer, size, count, context in
    guard let buffer, let context else { return 0 }
    let taken = exchange(context).take(body: UnsafeRawBufferPointer(start: buffer, count: size * count))
    return taken ? size * count : 0
  }

  private static func exchange(_ context: UnsafeMutableRawPointer) -> WebhookExchange {
    Unmanaged<WebhookExchange>.fromOpaque(context).takeUnretainedValue()
  }
}
