extension Written {
  /// The path of a file that is there.
  func existing() -> String? {
    TextFile.read(text, namedAt: place, problems) == nil ? nil : text
  }

  /// The name of a queue or an exchange.
  func name() -> String? {
    if (1...255).contains(text.utf8.count), !text.hasPrefix("amq.") { return text }
    refuse("a name of 1 to 255 bytes that does not begin with 'amq.'", advice: "choose another name")
    return nil
  }

  /// A host name or an IP address.
  func host() -> String? {
    if !text.isEmpty, text.utf8.allSatisfy(Endpoint.isOfHost) { return text }
    refuse("a host name or an IP address", advice: "correct the host")
    return nil
  }

  /// A mail address in ASCII, such as `lead@example.org`.
  func mailAddress() -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isAtom = { (byte: UInt8) in byte > 0x20 && byte < 0x7F && !Array("\"(),:;<>@[]\\".utf8).contains(byte) }
    if parts.count == 2, (1...64).contains(parts[0].utf8.count), (1...255).contains(parts[1].utf8.count),
      parts[0].utf8.allSatisfy(isAtom), parts[1].utf8.allSatisfy({ Endpoint.isOfHost($0) && $0 != UInt8(ascii: ":") }),
      parts.allSatisfy({ !$0.hasPrefix(".") && !$0.hasSuffix(".") && !$0.contains("..") })
    {
      return text
    }
    refuse("a mail address such as lead@example.org", advice: "correct the address")
    return nil
  }
}

extension Section {
  /// The path at `key` as seen from `folder`.
  func path(_ key: String, in folder: String) -> Written? {
    self[key].map {
      Written(text: TextFile.resolve($0.text, in: folder), place: $0.place, problems: problems)
    }
  }

  /// The path at `key`, or that of a file of the shipped configuration.
  func path(_ key: String, in folder: String, default shipped: String) -> Written {
    path(key, in: folder)
      ?? Written(text: TextFile.resolve(shipped, in: folder), place: place, problems: problems)
  }
}
