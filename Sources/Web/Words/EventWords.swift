import Dossiers
import Store

extension LoggedEvent {
  /// What it says, for people.
  var words: Phrase {
    switch event.fact {
    case .scanned(let scan): scan.milestone.words
    case .noted(let note): note.saying.kind.words
    case .voided, .alive, .tallied, .closed: Phrase(word, word)
    }
  }
}

extension Milestone {
  fileprivate var words: Phrase {
    switch self {
    case .accepted: Phrase("Nhận gửi", "Accepted")
    case .departed: Phrase("Rời bưu cục", "Departed")
    case .arrived: Phrase("Đến bưu cục", "Arrived")
    case .misrouted: Phrase("Lạc hướng", "Misrouted")
    case .redirected: Phrase("Chuyển tiếp", "Redirected")
    case .held: Phrase("Lưu giữ", "Held")
    case .outForDelivery: Phrase("Đi phát", "Out for delivery")
    case .attempted: Phrase("Phát chưa thành công", "Delivery attempted")
    case .damaged: Phrase("Báo hư hỏng", "Declared damaged")
    case .lost: Phrase("Báo thất lạc", "Declared lost")
    case .returned: Phrase("Chuyển hoàn", "Sent back")
    case .delivered: Phrase("Phát thành công", "Delivered")
    case .cancelled: Phrase("Hủy gửi", "Cancelled")
    }
  }
}

extension DeskNote.Kind {
  fileprivate var words: Phrase {
    switch self {
    case .received: Phrase("Tiếp nhận hồ sơ", "Received")
    case .dateTold: Phrase("Báo ngày hẹn trả", "Date told")
    case .supplementRequested: Phrase("Yêu cầu bổ sung", "Supplement requested")
    case .supplementReceived: Phrase("Đã nhận bổ sung", "Supplement received")
    case .consulted: Phrase("Lấy ý kiến", "Another body consulted")
    case .answered: Phrase("Đã trả lời ý kiến", "Body's answer")
    case .rescheduled: Phrase("Xin lỗi và hẹn lại", "Rescheduled")
    case .resultReady: Phrase("Đã có kết quả", "Result ready")
    case .refused: Phrase("Từ chối giải quyết", "Refused")
    case .givenUp: Phrase("Công dân rút hồ sơ", "Given up")
    }
  }
}
