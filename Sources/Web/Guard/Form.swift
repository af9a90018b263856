import Foundation

/// What a form says, each field once.
struct Form: Sendable {
  private var fields: [String: String] = [:]

  /// The most bytes of a form.
  static let longest = 8 * 1024

  /// The fields of `application/x-www-form-urlencoded`, or nil where it is not well formed or says something twice.
  init?(_ body: String) {
    for pair in body.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Form.decoded(parts[0]), let value = Form.decoded(parts.count > 1 ? parts[1] : ""),
        fields.updateValue(value, forKey: name) == nil
      else { return nil }
    }
  }

  subscript(name: String) -> String { fields[name] ?? "" }

  private static func decoded(_ text: Substring) -> String? {
    text.replacing("+", with: " ").removingPercentEncoding
  }
}
