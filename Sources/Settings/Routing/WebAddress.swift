import Foundation

extension Written {
  /// The path, as seen from `folder`.
  func resolved(in folder: String) -> Written {
    Written(text: TextFile.resolve(text, in: folder), place: place, problems: problems)
  }

  /// An address by https, or by http of this machine alone, without a slash at its end. What is refused is not shown,
  /// as a token may stand in it.
  func webAddress(mayHaveQuery: Bool) -> String? {
    let isASCII = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard isASCII, let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
      ["https", "http"].contains(parts.scheme), parts.user == nil, parts.password == nil, parts.fragment == nil,
      mayHaveQuery || parts.query == nil, (1...65_535).contains(parts.port ?? 443)
    else {
      refuse(
        "an address such as https://dossiers.example.org", found: "something else (not shown, as it may hold a secret)",
        advice: "correct it; a user, a fragment\(mayHaveQuery ? "" : " or a query") has no place in it")
      return nil
    }
    let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    if parts.scheme == "http", !Endpoint(host: name, port: parts.port ?? 80).isLoopback {
      refuse("https to another machine", found: "http", advice: "set up TLS there")
      return nil
    }
    return text.hasSuffix("/") && !mayHaveQuery ? String(text.dropLast()) : text
  }
}
