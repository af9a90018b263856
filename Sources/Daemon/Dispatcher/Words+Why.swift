import Dossiers
import Store

/// Why a mail, or a line of it, is sent.
extension Words {
  /// Why one notice is told; `follows` where mails of its group went out before.
  static func why(_ notice: Notice, follows: Bool = false) -> Phrase {
    let state = state(notice.what)
    if notice.what.isFollowUp {
      return Phrase("Tiếp theo thư trước: \(state.vi).", "After the mail before: \(state.en).")
    }
    switch notice.reason {
    case .first, .followUp:
      return follows
        ? Phrase(
          "Việc mới, cùng nhóm với thư trước: \(state.vi).", "New, in the group of the mail before: \(state.en).")
        : Phrase("Báo lần đầu: \(state.vi).", "Told for the first time: \(state.en).")
    case .escalated:
      let told = roles(toldBefore([notice]))
      return Phrase(
        "Chuyển lên quý vị (bước \(notice.step)) vì đã báo \(told.vi) mà chưa xong: \(state.vi).",
        "Escalated to you (step \(notice.step)), as \(told.en) was told in vain: \(state.en).")
    case .again:
      return Phrase("Nhắc lại vì vẫn chưa xong: \(state.vi).", "Told again, as it still stands: \(state.en).")
    case .reminder:
      return Phrase(
        "Nhắc lại vì đã hết thời gian hoãn sau khi xác nhận mà vẫn chưa xong: \(state.vi).",
        "A reminder, as the time it was acknowledged for is over and it still stands: \(state.en).")
    }
  }

  /// Why one notice is told, in a word or two.
  static func whyInShort(_ notice: Notice, follows: Bool) -> Phrase {
    if notice.what.isFollowUp { return Phrase("tiếp theo", "follow-up") }
    return switch notice.reason {
    case .first, .followUp: follows ? Phrase("mới", "new") : Phrase("lần đầu", "first")
    case .escalated: Phrase("chuyển cấp, bước \(notice.step)", "escalated, step \(notice.step)")
    case .again: Phrase("nhắc lại", "again")
    case .reminder: Phrase("hết thời gian hoãn", "hold is over")
    }
  }

  /// Why the whole mail is sent: each reason with how many it holds for.
  static func why(_ notices: [Notice], follows: Bool) -> Phrase {
    if notices.count == 1, let notice = notices.first { return why(notice, follows: follows) }
    var counts: [Cause: Int] = [:]
    for notice in notices { counts[Cause(notice), default: 0] += 1 }
    let clauses = Cause.all.compactMap { cause in counts[cause].map { clause(cause, $0, notices, follows: follows) } }
    return Phrase(clauses.map(\.vi).joined(separator: "; ") + ".", clauses.map(\.en).joined(separator: "; ") + ".")
  }

  /// Whether the notices of one mail have not all one reason, so that each must say its own.
  static func hasSeveralReasons(_ notices: [Notice]) -> Bool { Set(notices.lazy.map { Cause($0) }).count > 1 }

  private enum Cause: Hashable {
    case reason(Notice.Reason)
    case followUp(Notice.What)

    static let all: [Cause] =
      [.reason(.escalated), .reason(.first), .reason(.reminder), .reason(.again)]
      + Notice.What.allCases.filter(\.isFollowUp).map(Cause.followUp)

    init(_ notice: Notice) {
      self =
        notice.what.isFollowUp
        ? .followUp(notice.what) : .reason(notice.reason == .followUp ? .first : notice.reason)
    }
  }

  private static func clause(_ cause: Cause, _ count: Int, _ notices: [Notice], follows: Bool) -> Phrase {
    switch cause {
    case .reason(.first), .reason(.followUp):
      return follows
        ? Phrase("\(count) việc mới, cùng nhóm với thư trước", "\(count) new, in the group of the mail before")
        : Phrase("\(count) việc báo lần đầu", "\(count) told for the first time")
    case .reason(.escalated):
      let told = roles(toldBefore(notices.filter { $0.reason == .escalated }))
      return Phrase(
        "\(count) việc chuyển lên quý vị vì đã báo \(told.vi) mà chưa xong",
        "\(count) escalated to you, as \(told.en) was told in vain")
    case .reason(.again):
      return Phrase("\(count) việc nhắc lại vì vẫn chưa xong", "\(count) told again, as they still stand")
    case .reason(.reminder):
      return Phrase(
        "\(count) việc nhắc lại vì đã hết thời gian hoãn sau khi xác nhận",
        "\(count) reminders, as the time they were acknowledged for is over")
    case .followUp(let what):
      let state = state(what)
      return Phrase("\(count) việc đã báo: \(state.vi)", "\(count) told before: \(state.en)")
    }
  }

  /// Those who were told before the escalation, in vain, the lowest first.
  private static func toldBefore(_ notices: [Notice]) -> [Audience] {
    var told: [Audience] = []
    for notice in notices {
      let steps = notice.subject?.deadline?.basis?.escalation.map(\.audience) ?? []
      // A step that the deadline does not name is one of the usual ladder.
      let ladder = [.lead] + steps + [Audience.head, .provincialPost, .peoplesCommittee].dropFirst(steps.count)
      for role in ladder.prefix(max(notice.step, 1)) where !told.contains(role) { told.append(role) }
    }
    return told
  }

  private static func roles(_ audiences: [Audience]) -> Phrase {
    let roles = audiences.map(role)
    return Phrase(roles.map(\.vi).joined(separator: ", "), roles.map(\.en).joined(separator: ", then "))
  }

  /// What a role is called.
  static func role(_ audience: Audience) -> Phrase {
    switch audience {
    case .responsible, .lead: Phrase("người phụ trách của cơ quan", "the agency's lead")
    case .head: Phrase("người đứng đầu cơ quan", "the agency's head")
    case .provincialPost: Phrase("Bưu điện tỉnh", "the provincial post")
    case .peoplesCommittee: Phrase("Văn phòng UBND tỉnh", "the office of the provincial People's Committee")
    case .operator: Phrase("người vận hành dossierd", "the operator of dossierd")
    default: Phrase("«\(audience.rawValue)»", "«\(audience.rawValue)»")
    }
  }

  /// What is true by what is told.
  static func state(_ what: Notice.What) -> Phrase {
    switch what {
    case .warning: Phrase("sắp quá hạn", "a deadline is near")
    case .breach: Phrase("đã quá hạn", "a deadline was missed")
    case .lost: Phrase("bưu gửi được báo thất lạc", "an item was declared lost")
    case .damaged: Phrase("bưu gửi được báo hư hỏng", "an item was declared damaged")
    case .resolved: Phrase("đã xong, trễ hạn", "done, late")
    case .retracted:
      Phrase("rút lại, thực ra đúng hạn, thư trước không còn đúng", "retracted, it was on time and the mail was wrong")
    case .changed: Phrase("hạn đã đổi", "the due date has changed")
    case .cancelled: Phrase("không còn phải làm", "no longer owed")
    case .deaf: Phrase("không nghe được hàng đợi", "the queue is not heard")
    case .silentOffice: Phrase("bưu cục im lặng", "a post office is silent")
    case .sequenceGap: Phrase("thiếu dữ liệu của máy quét", "events of a scanner are missing")
    case .tallyDiffers:
      Phrase("bảng kê của bưu cục khác với số lần quét", "an office's list differs from its scans")
    case .mailRefused: Phrase("máy chủ thư từ chối hẳn một địa chỉ", "a mail server refuses an address for good")
    case .calendarHorizon: Phrase("lịch ngày nghỉ sắp hết", "the known days off are running out")
    }
  }
}
