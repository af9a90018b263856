extension CausedPause.Cause {
  /// The cause as one word for programs.
  public var code: String {
    switch self {
    case .hold: "hold"
    case .closure: "closure"
    case .supplement: "supplement"
    case .consultation: "consultation"
    case .moment(let moment): moment.name
    }
  }

  /// The cause in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .hold(let reason): "bưu gửi được lưu giữ" + (reason.map { " (\($0.vietnamese))" } ?? "")
    case .closure(let words): "bất khả kháng: \(words)"
    case .supplement: "chờ công dân bổ sung giấy tờ"
    case .consultation(let reference): "chờ ý kiến cơ quan liên quan" + (reference.map { " (số \($0))" } ?? "")
    case .moment(let moment): "theo quy tắc, từ khi \(moment.vietnamese)"
    }
  }

  /// The cause in English.
  public var english: String {
    switch self {
    case .hold(let reason): "item held" + (reason.map { " (\($0.english))" } ?? "")
    case .closure(let words): "force majeure: \(words)"
    case .supplement: "waiting for the citizen's missing papers"
    case .consultation(let reference): "waiting for another body's opinion" + (reference.map { " (\($0))" } ?? "")
    case .moment(let moment): "by the policy, since: \(moment.name.replacing("-", with: " "))"
    }
  }

  /// The article that lets it pause, where one is known.
  public var law: String? {
    switch self {
    case .hold(.forceMajeure), .closure: "Circular 17/2017/TT-BTTTT art. 7"
    case .supplement: "Decree 61/2018/NĐ-CP art. 19"
    case .hold, .consultation, .moment: nil
    }
  }
}

extension Reason {
  fileprivate var vietnamese: String {
    switch self {
    case .addresseeAbsent: "người nhận vắng mặt"
    case .addressWrong: "sai địa chỉ"
    case .addresseeMoved: "người nhận đã chuyển đi"
    case .addresseeUnknown: "không có người nhận"
    case .refused: "người nhận từ chối"
    case .officeClosed: "cơ quan đóng cửa"
    case .pickupAsked: "người nhận sẽ đến lấy"
    case .laterDeliveryAsked: "người nhận hẹn phát sau"
    case .readyForPickup: "chờ nhận tại bưu cục"
    case .forceMajeure: "bất khả kháng"
    case .identityNotShown: "không xuất trình giấy tờ tùy thân"
    case .papersMissing: "thiếu giấy tờ"
    case .paymentMissing: "chưa thanh toán"
    case .damagedItem: "bưu gửi hư hỏng"
    case .other: "lý do khác"
    }
  }

  fileprivate var english: String { rawValue.replacing("-", with: " ") }
}
