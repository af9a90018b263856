import Dossiers

/// The section `receivers`: those who are told and are no agency, by name.
struct ReceiversSection {
  private(set) var receivers: [String: Receiver] = [:]
  /// All names, also of those with a mistake, so that one mistake does not bring on others.
  let names: Set<String>

  init(_ section: Section, folder: String) {
    names = Set(section.keys.map(\.text))
    for key in section.keys {
      let receiver = section.section(key.text) { ReceiversSection.receiver($0, key, folder) }
      if Audience.roles.map(\.rawValue).contains(key.text) {
        key.refuse("a name that is no role", advice: "choose another; who a role is stands in leads.csv")
      } else if key.routeName() != nil, let receiver {
        receivers[key.text] = receiver
      }
    }
  }

  private static func receiver(_ section: Section, _ key: Written, _ folder: String) -> Receiver? {
    let language = section["language"]?.choice(Lead.Language.self) ?? .vietnamese
    let name = section["name"]?.words("the receiver's name")
    let written = section["mail"]
    let webhook = section.has("webhook") ? section.section("webhook") { webhookSection($0, folder) } : nil
    if (written != nil) == section.has("webhook") {
      section.problems.error(
        key.place, expected: "'mail' or 'webhook' for the receiver '\(key.text)'",
        found: written == nil ? "neither" : "both",
        advice: written == nil ? "add one" : "make two receivers of it, and name both in 'to'")
    }
    if written != nil, name == nil {
      _ = section.required("name", "whom the mails of '\(key.text)' are addressed to")
    }
    let mailbox = written?.mailAddress().map { Lead(name: name ?? "", address: $0, language: language) }
    return mailbox == nil && webhook == nil ? nil : Receiver(mailbox: mailbox, webhook: webhook)
  }

  private static func webhookSection(_ section: Section, _ folder: String) -> Webhook? {
    _ = section.required("url", "where alerts are posted to")
    let secret = section.required("secret-file", "the file of the secret that requests are signed with")
      .map { $0.resolved(in: folder) }.flatMap(SecretFile.read)
    let authorities = section.path("ca-file", in: folder)?.existing()
    guard let url = section["url"]?.webAddress(mayHaveQuery: true), let secret else { return nil }
    return Webhook(url: url, secret: secret, caFile: authorities)
  }
}
