import Dossiers
import Mail
import Store

extension PendingMail {
  /// The name of this mail: the same for the same content, however often it is tried.
  func messageID(domain: String) throws(MailError) -> MessageID {
    var parts = ["\(id)"] + notices.map { "\($0.id) \($0.alert) \($0.what.rawValue)" }
    if let digest { parts += ["digest", "\(digest.since.microseconds)", "\(digest.until.microseconds)"] }
    return try MessageID(stable: parts, domain: domain)
  }

  /// The name of the thread that the mail belongs to, which no mail has: all mails about one dossier, or else all of a
  /// group to one receiver.
  func thread(domain: String) throws(MailError) -> MessageID {
    if let dossier = onlyDossier { return try MessageID(stable: ["dossier", dossier.text], domain: domain) }
    return try MessageID(stable: [digest == nil ? "group" : "digest", receiver.text, group], domain: domain)
  }

  /// The dossier that all of the mail is about; nil where there are several, or none.
  private var onlyDossier: DossierCode? {
    guard digest == nil, let dossier = notices.first?.subject?.dossiers.first else { return nil }
    let isOnly = notices.allSatisfy { $0.subject?.dossiers == [dossier] && $0.behind.isEmpty }
    return isOnly ? dossier : nil
  }
}
