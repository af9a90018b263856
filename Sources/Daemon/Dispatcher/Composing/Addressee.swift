import Settings

/// Who reads a mail.
struct Addressee: Sendable, Hashable {
  /// The office or post that it goes to.
  let lead: Lead
  /// The name of the one who is absent and whom `lead` stands in for; nil where it is the receiver's own.
  let absent: String?

  init(_ lead: Lead, inPlaceOf absent: String? = nil) {
    self.lead = lead
    self.absent = absent
  }

  /// How it is addressed.
  var salutation: Phrase {
    guard let absent, !absent.isEmpty else { return Phrase(lead.name, lead.name) }
    return Phrase("\(lead.name) (thay \(absent) vắng mặt)", "\(lead.name) (standing in for \(absent))")
  }

  /// Whether English comes first.
  var readsEnglish: Bool { lead.language == .english }
}
