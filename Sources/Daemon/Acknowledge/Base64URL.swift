import Foundation

/// Bytes as text that an address can hold unchanged (RFC 4648 section 5, without padding).
enum Base64URL {
  static func encode(_ bytes: [UInt8]) -> String {
    let text = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    return String(text.prefix { $0 != "=" })
  }

  /// The bytes that `text` stands for, or nil where no bytes are written so.
  static func decode(_ text: String) -> [UInt8]? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: text.replacing("-", with: "+").replacing("_", with: "/") + padding) else {
      return nil
    }
    let bytes = Array(data)
    // Several texts could stand for the same bytes: the last letter has bits that mean nothing.
    return encode(bytes) == text ? bytes : nil
  }
}
