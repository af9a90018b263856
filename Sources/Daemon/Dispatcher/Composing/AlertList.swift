import Dossiers
import Mail
import Store

/// The list of all alerts of a mail, for a spreadsheet.
struct AlertList {
  private static let columns = [
    "Việc", "Mã hồ sơ", "Hồ sơ cùng bưu gửi", "Bưu gửi", "Thời hạn", "Cơ quan", "Mã thủ tục", "Thủ tục", "Từ",
    "Ngày cuối hoặc đến hạn", "Trễ hoặc còn", "Trễ (giờ)", "Đang ở", "Lần quét cuối", "Lý do báo", "Việc cần làm",
    "Xem",
  ]

  private let context: MailContext
  private let follows: Bool
  private var table = CSVTable(AlertList.columns)

  /// A list of nothing yet; `follows` where mails of the group went out before.
  init(_ context: MailContext, follows: Bool) {
    self.context = context
    self.follows = follows
  }

  /// The name of the file: of the agency or role, and of the day.
  static func name(_ context: MailContext) -> String {
    let whose = context.agency?.text ?? context.receiver.audience.rawValue
    let safe = whose.unicodeScalars.map {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789.-".unicodeScalars.contains($0)) ? Character($0) : "-"
    }
    return "ho-so-\(String(safe.prefix(60)))-\(context.today).csv"
  }

  /// The file.
  func attachment() throws(MailError) -> MailAttachment {
    try MailAttachment(name: AlertList.name(context), type: CSVTable.type, bytes: table.bytes)
  }

  /// Adds a notice, and what stands behind it.
  mutating func add(_ notice: Notice) {
    let state = Words.state(notice.what).vi
    let hours = notice.what == .breach ? "\(notice.delay(at: context.now).seconds / 3600)" : ""
    let isCause = notice.section == .causes
    add(
      isCause ? NoticeSubject.none(office: notice.subject?.office) : notice.subject ?? .none(office: nil),
      kind: isCause ? [state, notice.subject?.matter].compactMap(\.self).joined(separator: ": ") : state,
      since: notice.since, delay: Words.delay(notice, now: context.now).vi, hours: hours,
      why: Words.whyInShort(notice, follows: follows).vi, hint: context.hint(notice.what, notice.subject).vi)
    for subject in notice.behind {
      add(subject, kind: "phía sau: \(state)", since: nil, delay: "", hours: "", why: "", hint: "")
    }
  }

  /// Adds a delivery to a citizen.
  mutating func add(_ delivery: Digest.Delivery) {
    table.add([
      "đã phát cho công dân", delivery.dossiers.first?.text ?? "", AlertList.codes(delivery.dossiers.dropFirst()),
      delivery.item.text, "", "", "", "", "", AlertList.time(delivery.time), "", "", Words.stage(.delivered).vi, "", "",
      "",
      delivery.dossiers.first.map { context.links.dossier($0) } ?? "",
    ])
  }

  private mutating func add(
    _ subject: NoticeSubject, kind: String, since: Instant?, delay: String, hours: String, why: String, hint: String
  ) {
    let link = context.link(subject)
    table.add([
      kind, subject.dossiers.first?.text ?? "", AlertList.codes(subject.dossiers.dropFirst()), subject.item?.text ?? "",
      subject.clock.map { Words.clock($0).vi } ?? "", subject.origin.map { context.name(of: $0) } ?? "",
      subject.procedure?.text ?? "", subject.procedure.flatMap { context.registry.procedures[$0]?.name } ?? "",
      since.map(AlertList.time) ?? "",
      subject.lastDay?.description ?? subject.due.map(AlertList.time) ?? "", delay, hours,
      (subject.dossierStage.map(Words.stage) ?? subject.shipmentStage.map(Words.stage))?.vi ?? "",
      (subject.lastSeen?.office ?? subject.office).map { context.name(of: $0) } ?? "", why, hint,
      link.isEmpty ? context.command(subject) : link,
    ])
  }

  private static func codes(_ dossiers: ArraySlice<DossierCode>) -> String {
    dossiers.map(\.text).joined(separator: " ")
  }

  /// An instant as spreadsheets of every language read it.
  private static func time(_ instant: Instant) -> String { "\(LocalDate(instant)) \(instant.clockTime.prefix(5))" }
}

extension NoticeSubject {
  /// A subject of nothing but an office.
  static func none(office: OfficeCode?) -> NoticeSubject {
    NoticeSubject(
      clock: nil, item: nil, dossiers: [], origin: nil, procedure: nil, deadline: nil, dossierStage: nil,
      shipmentStage: nil, lastSeen: nil, office: office)
  }
}
