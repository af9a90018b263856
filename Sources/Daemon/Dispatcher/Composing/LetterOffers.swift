import Dossiers
import Mail
import Store

/// What a mail says of the letter of apology for one dossier.
struct LetterOffer {
  /// The draft that goes with the mail; nil where it does not, or no letter is allowed any more.
  let apology: Apology?
  let words: Phrase
}

/// The letters of apology that belong to a mail: a draft for each dossier, as many as a mail should carry.
struct LetterOffers {
  /// The most drafts that go with one mail.
  static let mostAttached = 10
  /// The most dossiers that are named beside them.
  private static let mostNamed = 20

  /// The drafts that go with the mail.
  private(set) var attached: [LetterOffer] = []
  private var byNotice: [Int64: LetterOffer] = [:]
  private var others: [DossierCode] = []

  /// The letters for `lines`, the first of which matter most; none for a receiver who is not of the agency.
  init(_ lines: [Notice], context: MailContext) {
    guard context.agency != nil else { return }
    var seen: Set<DossierCode> = []
    for notice in lines {
      guard let subject = notice.subject, Apology.concerns(subject.clock), !notice.what.isFollowUp,
        let dossier = subject.dossiers.first
      else { continue }
      guard Apology.isAllowed(notice.what, subject, on: context.today) else {
        if Apology.isSpent(subject) { byNotice[notice.id] = LetterOffers.spent }
        continue
      }
      guard seen.insert(dossier).inserted else { continue }
      let apology = Apology(dossier: dossier, subject: subject, context: context)
      guard attached.count < LetterOffers.mostAttached else {
        others.append(dossier)
        continue
      }
      let offer = LetterOffer(apology: apology, words: LetterOffers.words(apology))
      attached.append(offer)
      byNotice[notice.id] = offer
    }
  }

  /// What is said beside the notice of this number.
  subscript(notice: Int64) -> LetterOffer? { byNotice[notice] }

  var values: [String: TemplateValue] {
    let more = max(others.count - LetterOffers.mostNamed, 0)
    return [
      "has_letters": .flag(!attached.isEmpty), "letters_count": .number(attached.count),
      "has_other_letters": .flag(!others.isEmpty), "other_letters_count": .number(others.count),
      "other_letters": .list(others.prefix(LetterOffers.mostNamed).map { .text($0.text) }),
      "has_other_letters_more": .flag(more > 0), "other_letters_more": .number(more),
      "letters_command": .text(
        "dossierctl mail preview apology --dossier \(others.first?.text ?? "CODE") --to FOLDER"),
    ]
  }

  private static func words(_ apology: Apology) -> Phrase {
    let date = apology.proposed?.forPeople ?? "…"
    return Phrase(
      "Kèm dự thảo phiếu xin lỗi, đề xuất hẹn lại ngày \(date): \(apology.fileName)",
      "A draft of the letter of apology is attached; it proposes \(date).")
  }

  private static let spent = LetterOffer(
    apology: nil,
    words: Phrase(
      "Đã hẹn lại một lần; luật không cho hẹn lại lần nữa (khoản 9 Điều 19 Nghị định 61/2018/NĐ-CP).",
      "A new date was given once; the law allows no other (Decree 61/2018 art. 19(9))."))
}
