import Mail
import Store

/// What a mail says before it is addressed: its texts, and the files that go with it.
struct Draft {
  let rendered: RenderedMail
  let attachments: [MailAttachment]
}

extension Draft {
  /// What `pending` says to its reader.
  init(_ pending: PendingMail, _ templates: MailTemplates, context: MailContext, broker: String) throws(MailError) {
    if let digest = pending.digest {
      let values = DigestValues(digest, context: context)
      rendered = try templates.render("digest", values.values)
      attachments = values.hasList ? [try values.list.attachment()] : []
    } else if !pending.notices.isEmpty, pending.notices.allSatisfy({ $0.what == .deaf }) {
      rendered = try templates.render("deaf", DeafnessValues(pending: pending, context: context, broker: broker).values)
      attachments = []
    } else {
      let values = AlertValues(pending, context: context)
      rendered = try templates.render("alerts", values.values)
      var files: [MailAttachment] = []
      if values.hasList {
        var list = AlertList(context, follows: pending.follows)
        for notice in values.notices { list.add(notice) }
        files.append(try list.attachment())
      }
      for letter in values.attachedLetters {
        if let apology = letter.apology { files.append(try Draft.letter(apology, templates)) }
      }
      attachments = files
    }
  }

  /// The letter as a file that prints on A4.
  private static func letter(_ apology: Apology, _ templates: MailTemplates) throws(MailError) -> MailAttachment {
    let html = try templates.render("apology", apology.values).html
    return try MailAttachment(name: apology.fileName, type: "text/html", bytes: Array(html.utf8))
  }
}

/// The values of the template `deaf`.
struct DeafnessValues {
  let pending: PendingMail
  let context: MailContext
  let broker: String

  var values: [String: TemplateValue] {
    let hint = Words.hint(.deaf, nil)
    let why = Words.why(pending.notices, follows: pending.follows)
    return [
      "broker": .text(broker),
      "english_first": .flag(context.addressee.readsEnglish),
      "reason": .text(why.vi), "reason_en": .text(why.en),
      "since": .text(pending.notices.map(\.since).min()?.forPeople ?? ""),
      "hint": .text(hint.vi), "hint_en": .text(hint.en),
      "command": "journalctl -u dossierd",
      "sent_at": .text(context.now.forPeople),
    ]
  }
}
