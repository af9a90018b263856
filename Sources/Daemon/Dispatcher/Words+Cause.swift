import Dossiers
import Store

/// Causes that stand in for the dossiers behind them, and the daemon's own matters.
extension Words {
  /// What it is, and since when.
  static func cause(_ notice: Notice) -> Phrase {
    let since = notice.since.forPeople
    switch notice.what {
    case .silentOffice:
      return Phrase(
        "Trong giờ làm việc không có lần quét hay tín hiệu nào từ \(since).",
        "No scan and no sign of life in its opening hours since \(since).")
    case .sequenceGap:
      return Phrase(
        "Số thứ tự các lần quét bị đứt quãng từ \(since): có lần quét chưa đến nơi.",
        "The numbers of its scans have a gap since \(since): some have not arrived.")
    case .tallyDiffers:
      guard let tally = notice.subject?.tally else { return Phrase("", "") }
      let day = tally.date.forPeople
      return Phrase(
        "Bảng kê ngày \(day) ghi nhận gửi \(tally.listed.accepted), phát \(tally.listed.delivered) bưu gửi; "
          + "máy quét ghi nhận gửi \(tally.scanned.accepted), phát \(tally.scanned.delivered).",
        "The hand-over list of \(day) has \(tally.listed.accepted) items accepted and \(tally.listed.delivered) "
          + "delivered; the scanners have \(tally.scanned.accepted) and \(tally.scanned.delivered).")
    case .mailRefused:
      return Phrase(
        "Máy chủ thư từ chối hẳn thư gửi đến địa chỉ này từ \(since). Các thư đó không đến được ai.",
        "A mail server has refused all mails to this address for good since \(since). They reach nobody.")
    case .calendarHorizon:
      return Phrase(
        "Ngày nghỉ của năm tới chưa được công bố hoặc chưa nhập; hạn rơi vào năm đó chỉ là tạm tính.",
        "The days off of the coming year are not decreed or not entered; due dates in it are provisional.")
    case .deaf:
      return Phrase(
        "Mất liên lạc với hàng đợi từ \(since). Trong lúc này không cảnh báo quá hạn nào được phát.",
        "The link to the queue has been lost since \(since). No breach is raised meanwhile.")
    default:
      return Phrase("", "")
    }
  }

  /// What it is in a subject line.
  static func causeInShort(_ notice: Notice) -> Phrase {
    let since = notice.since.forPeople
    switch notice.what {
    case .silentOffice: return Phrase("im lặng từ \(since)", "silent since \(since)")
    case .sequenceGap: return Phrase("thiếu dữ liệu máy quét từ \(since)", "scans missing since \(since)")
    case .tallyDiffers:
      let day = notice.subject?.tally?.date.forPeople ?? ""
      return Phrase("bảng kê ngày \(day) khác số lần quét", "list of \(day) differs from the scans")
    case .mailRefused: return Phrase("địa chỉ thư bị từ chối", "mail address refused")
    case .calendarHorizon: return Phrase("lịch ngày nghỉ sắp hết", "known days off running out")
    case .deaf: return Phrase("không nghe được hàng đợi từ \(since)", "queue not heard since \(since)")
    default: return Phrase("", "")
    }
  }

  /// What many of a kind are called in a subject line.
  static func causes(_ what: Notice.What, _ count: Int) -> Phrase {
    switch what {
    case .silentOffice: Phrase("\(count) bưu cục im lặng", count == 1 ? "1 silent office" : "\(count) silent offices")
    case .sequenceGap:
      Phrase("\(count) máy quét thiếu dữ liệu", count == 1 ? "1 scanner with gaps" : "\(count) scanners with gaps")
    case .tallyDiffers:
      Phrase(
        "\(count) bảng kê khác số lần quét",
        count == 1 ? "1 list that differs from the scans" : "\(count) lists that differ from the scans")
    case .mailRefused:
      Phrase(
        "\(count) địa chỉ thư bị từ chối", count == 1 ? "1 mail address refused" : "\(count) mail addresses refused")
    case .calendarHorizon: Phrase("lịch ngày nghỉ sắp hết", "known days off running out")
    case .deaf: Phrase("không nghe được hàng đợi", "queue not heard")
    default: Phrase("\(count)", "\(count)")
    }
  }

  /// What is said when a cause is over; `place` is what it was about.
  static func over(_ notice: Notice, at place: String) -> Phrase {
    let since = notice.since.forPeople
    guard let subject = notice.subject else {
      return Phrase(
        "Đã nghe lại được hàng đợi; khi đó mất liên lạc từ \(since).",
        "The queue is heard again; the link had been lost since \(since).")
    }
    if let tally = subject.tally { return over(notice, tally, at: place) }
    switch (notice.what, subject.office, subject.matter) {
    case (.resolved, _?, nil):
      return Phrase(
        "\(place): đã có tín hiệu trở lại; im lặng từ \(since).", "\(place): heard again; silent since \(since).")
    case (.resolved, _, _?):
      return Phrase(
        "\(place): việc đã báo nay đã ổn; kéo dài từ \(since).", "\(place): what was told is put right; since \(since)."
      )
    default:
      let state = state(notice.what)
      return Phrase("\(place): \(state.vi).", "\(place): \(state.en).")
    }
  }

  private static func over(_ notice: Notice, _ tally: TalliedDay, at place: String) -> Phrase {
    let day = tally.date.forPeople
    guard notice.what == .resolved else {
      return Phrase(
        "\(place): bảng kê ngày \(day) không còn được đối chiếu.", "\(place): the list of \(day) is compared no more.")
    }
    let counts = tally.scanned
    return Phrase(
      "\(place): bảng kê ngày \(day) nay khớp với máy quét: nhận gửi \(counts.accepted), phát \(counts.delivered).",
      "\(place): the list of \(day) agrees with the scans now: \(counts.accepted) accepted, \(counts.delivered) delivered."
    )
  }
}
