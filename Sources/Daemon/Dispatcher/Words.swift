import Dossiers
import Store

/// A phrase in both languages.
struct Phrase: Hashable {
  let vi: String
  let en: String

  init(_ vi: String, _ en: String) {
    self.vi = vi
    self.en = en
  }
}

/// How things are called to people.
enum Words {
  static func clock(_ clock: ClockKind) -> Phrase {
    switch clock {
    case .collect: Phrase("chuyển hồ sơ đến cơ quan", "collection, to the agency")
    case .process: Phrase("giải quyết hồ sơ", "processing by the agency")
    case .return: Phrase("trả kết quả cho công dân", "return, to the citizen")
    case .invite: Phrase("mời nhận lại", "invitation, between two attempts")
    case .move: Phrase("vận chuyển giữa hai lần quét", "way from scan to scan")
    case .hold: Phrase("lưu giữ tại bưu cục", "stay at one place")
    case .askSupplement: Phrase("yêu cầu bổ sung giấy tờ", "asking for missing papers")
    case .supplement: Phrase("công dân bổ sung giấy tờ", "missing papers, by the citizen")
    case .consult: Phrase("lấy ý kiến cơ quan liên quan", "another body's opinion")
    case .promise: Phrase("ngày hẹn trả kết quả", "date promised to the citizen")
    case .postResult: Phrase("chuyển kết quả cho bưu điện", "handing the result to the post")
    }
  }

  static func mishap(_ what: Notice.What) -> Phrase {
    switch what {
    case .damaged: Phrase("bưu gửi bị hư hỏng", "item damaged")
    case .lost: Phrase("bưu gửi thất lạc", "item lost")
    default: Phrase("bưu gửi đã báo thất lạc hoặc hư hỏng", "item told as lost or damaged")
    }
  }

  static func stage(_ stage: DossierStage) -> Phrase {
    switch stage {
    case .collecting: Phrase("đang chuyển đến cơ quan", "on its way to the agency")
    case .processing: Phrase("đang giải quyết", "with the agency")
    case .supplementing: Phrase("chờ bổ sung giấy tờ", "waiting for a supplement")
    case .decided: Phrase("đã có kết quả, chưa gửi", "decided, not yet posted")
    case .sending: Phrase("đang trả kết quả", "result on its way")
    case .done: Phrase("đã trả kết quả", "result delivered")
    case .backAtAgency: Phrase("kết quả hoàn về cơ quan", "result back at the agency")
    case .givenUp: Phrase("công dân rút hồ sơ", "given up")
    }
  }

  static func stage(_ stage: ShipmentStage) -> Phrase {
    switch stage {
    case .accepted: Phrase("đã nhận gửi", "accepted")
    case .inTransit: Phrase("đang vận chuyển", "in transit")
    case .held: Phrase("đang lưu giữ", "held")
    case .outForDelivery: Phrase("đang phát", "out for delivery")
    case .attempted: Phrase("phát chưa thành công", "delivery attempted")
    case .returning: Phrase("đang hoàn về", "returning")
    case .delivered: Phrase("đã phát", "delivered")
    case .returned: Phrase("đã hoàn", "returned")
    case .lost: Phrase("thất lạc", "lost")
    case .cancelled: Phrase("đã hủy", "cancelled")
    }
  }

  /// How late, or how near.
  static func delay(_ notice: Notice, now: Instant) -> Phrase {
    guard let due = notice.subject?.due else { return Phrase("", "") }
    switch notice.what {
    case .breach:
      let length = length(notice.delay(at: now))
      return Phrase("quá hạn \(length.vi)", "\(length.en) overdue")
    case .warning:
      let length = length(due.since(now))
      return Phrase("còn \(length.vi)", "\(length.en) left")
    case .resolved:
      guard let met = notice.subject?.met else { return Phrase("", "") }
      let length = length(met.since(due))
      return Phrase("xong, trễ \(length.vi)", "done, \(length.en) late")
    case .cancelled: return Phrase("không còn phải làm", "no longer owed")
    case .retracted: return Phrase("thực ra không quá hạn", "not overdue after all")
    case .changed, .lost, .damaged, .deaf, .silentOffice, .sequenceGap, .tallyDiffers, .mailRefused, .calendarHorizon:
      return Phrase("", "")
    }
  }

  static func length(_ span: Span) -> Phrase {
    let seconds = max(span.seconds, 0)
    switch seconds {
    case 86_400...:
      let days = seconds / 86_400
      return Phrase("\(days) ngày", days == 1 ? "1 day" : "\(days) days")
    case 3600...:
      let hours = seconds / 3600
      return Phrase("\(hours) giờ", hours == 1 ? "1 hour" : "\(hours) hours")
    case 60...:
      let minutes = seconds / 60
      return Phrase("\(minutes) phút", minutes == 1 ? "1 minute" : "\(minutes) minutes")
    default:
      return Phrase("\(seconds) giây", seconds == 1 ? "1 second" : "\(seconds) seconds")
    }
  }

  /// What to do next; `mayApologise` where a letter with a new date is still allowed.
  static func hint(_ what: Notice.What, _ clock: ClockKind?, mayApologise: Bool = false) -> Phrase {
    switch (what, clock) {
    case (.breach, .process), (.warning, .process), (.breach, .promise), (.warning, .promise):
      mayApologise
        ? Phrase(
          "Giải quyết, hoặc gửi phiếu xin lỗi và hẹn lại ngày trả kết quả.",
          "Decide, or send the letter of apology with a new date.")
        : Phrase("Giải quyết và trả kết quả ngay.", "Decide and hand over the result now.")
    case (.breach, .askSupplement), (.warning, .askSupplement):
      Phrase("Yêu cầu bổ sung ngay trong một lần.", "Ask for all missing papers at once.")
    case (.breach, .supplement), (.warning, .supplement):
      Phrase("Nhắc công dân bổ sung giấy tờ.", "Remind the citizen of the missing papers.")
    case (.breach, .consult), (.warning, .consult):
      Phrase("Nhắc cơ quan được lấy ý kiến.", "Remind the body that was asked.")
    case (.breach, .postResult), (.warning, .postResult):
      Phrase("Bàn giao kết quả cho bưu điện.", "Hand the result to the post.")
    case (.breach, _), (.warning, _):
      Phrase("Hỏi bưu cục nơi quét cuối cùng.", "Ask the post office of the last scan.")
    case (.lost, _), (.damaged, _):
      Phrase("Liên hệ bưu cục và báo cho công dân.", "Call the post office and tell the citizen.")
    case (.silentOffice, _):
      Phrase(
        "Gọi bưu cục, hỏi máy quét và đường truyền. Khi chưa có tín hiệu, các hồ sơ phía sau chưa chắc đã trễ.",
        "Call the office about its scanners and its line. Until it is heard, the dossiers behind it may not be late.")
    case (.sequenceGap, _):
      Phrase(
        "Xem máy quét còn giữ dữ liệu chưa gửi không và cho gửi lại.",
        "See whether the scanner still holds what it did not send, and have it sent again.")
    case (.tallyDiffers, _):
      Phrase(
        "Đối chiếu bảng kê giấy với máy quét: quét bù bưu gửi chưa quét, hoặc gửi lại bảng kê đúng.",
        "Check the list against the scanner: scan what was not scanned, or send a corrected list.")
    case (.mailRefused, _):
      Phrase(
        "Sửa địa chỉ trong registry/leads.csv rồi chạy systemctl reload dossierd.",
        "Correct the address in registry/leads.csv, then systemctl reload dossierd.")
    case (.calendarHorizon, _):
      Phrase(
        "Nhập ngày nghỉ đã công bố vào calendar/ rồi chạy systemctl reload dossierd.",
        "Enter the decreed days off in calendar/, then systemctl reload dossierd.")
    case (.deaf, _):
      Phrase(
        "Kiểm tra máy chủ RabbitMQ và đường truyền; dossierd tự nối lại.",
        "Look at the RabbitMQ server and the network; dossierd reconnects by itself.")
    default:
      Phrase("", "")
    }
  }
}

extension LocalDate {
  /// The day as Vietnamese readers write it: `02/03/2026`.
  var forPeople: String {
    let (year, month, day) = components
    return "\(twoDigits(day))/\(twoDigits(month))/\(year)"
  }
}

extension Instant {
  /// The instant as Vietnamese readers write it: `08:15 02/03/2026`.
  var forPeople: String { "\(clockTime.prefix(5)) \(LocalDate(self).forPeople)" }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
