import Foundation
import Testing

/// The files in `Golden`.
enum Sheet {
  /// The path of a file.
  static func path(_ name: String) throws -> String {
    let parts = name.split(separator: ".")
    let url = Bundle.module.url(
      forResource: String(try #require(parts.first)), withExtension: String(try #require(parts.last)),
      subdirectory: "Golden")
    return try #require(url).path
  }

  /// The text of a file.
  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
