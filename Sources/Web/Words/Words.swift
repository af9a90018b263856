import Dossiers

extension ClockKind {
  var words: Phrase {
    switch self {
    case .collect: Phrase("Chuyển hồ sơ đến cơ quan", "Collection, to the agency")
    case .process: Phrase("Giải quyết hồ sơ", "Processing by the agency")
    case .return: Phrase("Trả kết quả cho công dân", "Return, to the citizen")
    case .invite: Phrase("Mời nhận lại", "Invitation, between two attempts")
    case .move: Phrase("Vận chuyển giữa hai lần quét", "Way from scan to scan")
    case .hold: Phrase("Lưu giữ tại bưu cục", "Stay at one place")
    case .askSupplement: Phrase("Yêu cầu bổ sung giấy tờ", "Asking for missing papers")
    case .supplement: Phrase("Công dân bổ sung giấy tờ", "Missing papers, by the citizen")
    case .consult: Phrase("Lấy ý kiến cơ quan liên quan", "Another body's opinion")
    case .promise: Phrase("Ngày hẹn trả kết quả", "Date promised to the citizen")
    case .postResult: Phrase("Chuyển kết quả cho bưu điện", "Handing the result to the post")
    }
  }
}

extension DossierStage {
  var words: Phrase {
    switch self {
    case .collecting: Phrase("Đang chuyển đến cơ quan", "On its way to the agency")
    case .processing: Phrase("Đang giải quyết", "With the agency")
    case .supplementing: Phrase("Chờ bổ sung giấy tờ", "Waiting for a supplement")
    case .decided: Phrase("Đã có kết quả, chưa gửi", "Decided, not yet posted")
    case .sending: Phrase("Đang trả kết quả", "Result on its way")
    case .done: Phrase("Đã trả kết quả", "Result delivered")
    case .backAtAgency: Phrase("Kết quả hoàn về cơ quan", "Result back at the agency")
    case .givenUp: Phrase("Công dân rút hồ sơ", "Given up")
    }
  }
}

extension ShipmentStage {
  var words: Phrase {
    switch self {
    case .accepted: Phrase("Đã nhận gửi", "Accepted")
    case .inTransit: Phrase("Đang vận chuyển", "In transit")
    case .held: Phrase("Đang lưu giữ", "Held")
    case .outForDelivery: Phrase("Đang phát", "Out for delivery")
    case .attempted: Phrase("Phát chưa thành công", "Delivery attempted")
    case .returning: Phrase("Đang hoàn về", "Returning")
    case .delivered: Phrase("Đã phát", "Delivered")
    case .returned: Phrase("Đã hoàn", "Returned")
    case .lost: Phrase("Thất lạc", "Lost")
    case .cancelled: Phrase("Đã hủy", "Cancelled")
    }
  }
}

extension Papers {
  var words: Phrase {
    switch self {
    case .dossier: Phrase("Hồ sơ", "Dossier")
    case .supplement: Phrase("Giấy tờ bổ sung", "Supplement")
    case .slip: Phrase("Giấy tiếp nhận và hẹn trả", "Appointment slip")
    case .supplementRequest: Phrase("Yêu cầu bổ sung", "Request for a supplement")
    case .result: Phrase("Kết quả", "Result")
    case .refusal: Phrase("Văn bản từ chối", "Refusal")
    case .papersBack: Phrase("Trả lại giấy tờ", "Papers given back")
    }
  }
}

extension Deadline.State {
  var words: Phrase {
    switch self {
    case .open: Phrase("Còn hạn", "Open")
    case .paused: Phrase("Tạm dừng", "Paused")
    case .met: Phrase("Đúng hạn", "Met")
    case .metLate: Phrase("Xong, trễ hạn", "Met late")
    case .breached: Phrase("Quá hạn", "Breached")
    case .cancelled: Phrase("Đã hủy", "Cancelled")
    }
  }
}

extension Anomaly.Kind {
  var words: Phrase {
    switch self {
    case .acceptedAgain: Phrase("Nhận gửi lần thứ hai", "Accepted a second time")
    case .unclaimed: Phrase("Lượt quét không có nhận gửi", "Scan without an acceptance")
    case .afterEnd: Phrase("Quét sau khi kết thúc", "Scan after the end")
    case .returnedEarly: Phrase("Hoàn trước khi phát hai lần", "Sent back before two attempts")
    case .deliveredElsewhere: Phrase("Phát tại bưu cục khác", "Delivered at another office")
    case .disagrees: Phrase("Hai nguồn nói khác nhau", "Two sources disagree")
    case .foreignNote: Phrase("Ghi nhận của cơ quan không liên quan", "Note of an agency without a say")
    case .rescheduledAgain: Phrase("Hẹn lại lần thứ hai", "Rescheduled a second time")
    case .noteWithoutCase: Phrase("Ghi nhận khi chưa có hồ sơ", "Note without a dossier")
    }
  }
}
