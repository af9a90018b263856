import Hummingbird

/// Addresses of our own pages.
enum Address {
  /// `path` with these parameters, the empty ones left out.
  static func of(_ path: String, _ parameters: [(String, String)]) -> String {
    let query = parameters.filter { !$0.1.isEmpty }.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    return query.isEmpty ? path : "\(path)?\(query)"
  }

  /// The same page as `request`'s with other values of some parameters; an empty one is left out.
  static func same(_ request: Request, but changes: (String, String)...) -> String {
    let names = changes.map(\.0)
    let kept = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
      .filter { !names.contains($0.0) && $0.0 != "refresh" }
    return of(request.uri.path, kept + changes)
  }

  /// A path of ours that may be gone to after a login, or the overview.
  static func local(_ text: String) -> String {
    let isOurs =
      text.hasPrefix("/") && !text.hasPrefix("//") && text.utf8.count <= 256
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    return isOurs ? text : "/"
  }

  private static func encoded(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    return text.utf8.map { byte in
      if plain.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return byte < 16 ? "%0\(digits)" : "%\(digits)"
    }.joined()
  }
}
