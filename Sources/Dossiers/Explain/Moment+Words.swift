extension Moment {
  /// The moment in Vietnamese.
  var vietnamese: String {
    switch self {
    case .accepted: "bưu điện nhận gửi"
    case .moved: "quét trên đường vận chuyển"
    case .held: "bưu gửi được lưu giữ"
    case .heldWithExcuse: "bưu gửi được lưu giữ có lý do"
    case .released: "hết lưu giữ"
    case .attempted: "phát chưa thành công"
    case .declined: "không phát được cho người nhận"
    case .told: "mời đến nhận tại bưu cục"
    case .sentBack: "chuyển hoàn"
    case .delivered: "đã phát"
    case .handedBack: "đã hoàn cho người gửi"
    case .withdrawn: "hủy nhận gửi"
    case .dateTold: "công dân biết ngày hẹn"
    case .closed: "đóng cửa"
    case .reopened: "mở cửa lại"
    case .lodged: "ký biên bản bàn giao hồ sơ"
    case .supplementRequested: "yêu cầu bổ sung giấy tờ"
    case .supplementComplete: "bổ sung đủ giấy tờ"
    case .consulted: "lấy ý kiến cơ quan liên quan"
    case .answered: "cơ quan liên quan trả lời"
    case .promised: "hẹn ngày trả kết quả"
    case .rescheduled: "xin lỗi và hẹn lại"
    case .decided: "đã có kết quả"
    case .givenUp: "công dân rút hồ sơ"
    case .resultPosted: "kết quả giao cho bưu điện"
    }
  }
}
