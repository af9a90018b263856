extension Problems {
  /// Refuses what would travel unencrypted to another machine; where a word in the configuration allows it, warns.
  func checkPlain(
    _ place: Place, isAllowed: Bool, expected: String, found: String, advice: String
  ) {
    if isAllowed {
      warn(
        place, "\(found): whoever is on the way can read and change it, as 'allow-plain: true' allows",
        advice: "use TLS unless the network itself is protected")
    } else {
      error(
        place, expected: expected, found: found,
        advice: "\(advice), or set 'allow-plain: true' where the network itself is protected")
    }
  }
}
