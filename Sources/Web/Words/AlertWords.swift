import Dossiers

/// How alerts are called to people, by the names that the store keeps; a name without words stands for itself.
enum AlertWords {
  static func kind(_ name: String) -> Phrase {
    switch name {
    case "warning": Phrase("Sắp quá hạn", "Warning")
    case "breach": Phrase("Quá hạn", "Breach")
    case "lost": Phrase("Thất lạc", "Lost")
    case "damaged": Phrase("Hư hỏng", "Damaged")
    case "deaf": Phrase("Mất tín hiệu", "No signal")
    case "silent-office": Phrase("Bưu cục im lặng", "Silent office")
    case "sequence-gap": Phrase("Thiếu lượt quét", "Missing scans")
    case "tally-differs": Phrase("Bảng kê lệch", "List differs")
    case "mail-refused": Phrase("Thư bị từ chối", "Mail refused")
    case "calendar-horizon": Phrase("Lịch sắp hết", "Calendar ends")
    default: Phrase(name, name)
    }
  }

  static func state(_ name: String) -> Phrase {
    switch name {
    case "firing": Phrase("Đang cảnh báo", "Firing")
    case "resolved": Phrase("Đã xong, trễ", "Resolved, late")
    case "cancelled": Phrase("Đã hủy", "Cancelled")
    case "retracted": Phrase("Đã rút lại", "Retracted")
    default: Phrase(name, name)
    }
  }

  /// What an alert is about where it has no clock.
  static func matter(_ kind: String) -> Phrase {
    switch kind {
    case "lost", "damaged": Phrase("Bưu gửi", "The item")
    case "deaf": Phrase("Không nhận được sự kiện từ hàng đợi", "Nothing is heard from the queue")
    case "silent-office": Phrase("Không có tín hiệu trong giờ làm việc:", "No sign of life in opening hours:")
    case "sequence-gap": Phrase("Thiếu sự kiện của thiết bị:", "Events of a device are missing:")
    case "tally-differs":
      Phrase("Bảng kê trong ngày khác với số lần quét:", "The day's hand-over list differs from the scans:")
    case "mail-refused": Phrase("Máy chủ từ chối thư đến:", "A server refuses mail to:")
    case "calendar-horizon": Phrase("Ngày nghỉ năm tới chưa rõ", "Days off of the coming year are not known")
    default: Phrase("", "")
    }
  }

  /// The look of a kind: `bad`, `near` or `calm`; colour never says more than the words.
  static func tone(kind: String, state: String) -> String {
    state != "firing" ? "calm" : kind == "warning" ? "near" : "bad"
  }
}

extension TalliedDay {
  /// Both numbers of the day.
  var words: Phrase {
    let day = date.vietnamese
    return Phrase(
      "ngày \(day): bảng kê nhận \(listed.accepted), phát \(listed.delivered); "
        + "quét nhận \(scanned.accepted), phát \(scanned.delivered)",
      "\(day): list \(listed.accepted) accepted, \(listed.delivered) delivered; "
        + "scans \(scanned.accepted) and \(scanned.delivered)")
  }
}
