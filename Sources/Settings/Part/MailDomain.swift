/// The domain of a mail address.
struct MailDomain {
  private let labels: [Substring]

  init(of address: String) {
    labels = address.lowercased().split(separator: "@").last?.split(separator: ".") ?? []
  }

  /// Whether no mail ever reaches it from elsewhere: names for examples, tests and one's own machine (RFC 2606, RFC 6761).
  var isReserved: Bool {
    guard let top = labels.last.map(String.init) else { return false }
    if ["example", "test", "invalid", "localhost"].contains(top) { return true }
    return labels.dropLast().last == "example" && ["com", "net", "org"].contains(top)
  }
}
