extension Why {
  /// The reason in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .counted(swapped: nil): "được tính"
    case .counted(let day?): "được tính: \(day.name)"
    case .closed(let closed): closed.vietnamese
    case .paused(let index): "tạm dừng (lần \(index + 1))"
    case .rule(let rule): rule.vietnamese
    }
  }

  /// The reason in English.
  public var english: String {
    switch self {
    case .counted(swapped: nil): "counted"
    case .counted(let day?): "counted: \(day.nameEn)"
    case .closed(let closed): closed.english
    case .paused(let index): "paused (pause \(index + 1))"
    case .rule(let rule): rule.english
    }
  }

  /// The article that says so; nil where the office's hours or the policy do.
  public var law: String? {
    switch self {
    case .counted, .paused, .closed(.outsideHours), .closed(.breakTime), .closed(.endless), .rule(.afterCutOff): nil
    case .closed(.restDay): "Labour Code 2019 art. 111"
    case .closed(.dayOff): "Labour Code 2019 arts 111, 112"
    case .rule(.dayOfReceipt): "Civil Code 2015 art. 147"
    case .rule(.restOfLastDay), .rule(.rolledOn): "Civil Code 2015 art. 148"
    }
  }
}

extension ClosedTime {
  fileprivate var vietnamese: String {
    switch self {
    case .outsideHours: "ngoài giờ làm việc"
    case .breakTime: "nghỉ giữa giờ"
    case .restDay: "ngày nghỉ hằng tuần"
    case .dayOff(let day): "ngày nghỉ: \(day.name)"
    case .endless: "lịch không còn thời gian làm việc"
    }
  }

  fileprivate var english: String {
    switch self {
    case .outsideHours: "outside opening hours"
    case .breakTime: "break"
    case .restDay: "weekly rest day"
    case .dayOff(let day): "day off: \(day.nameEn)"
    case .endless: "no working time left in the calendar"
    }
  }
}

extension CountingRule {
  fileprivate var vietnamese: String {
    switch self {
    case .dayOfReceipt: "ngày tiếp nhận không tính"
    case .afterCutOff: "tiếp nhận sau giờ nhận hồ sơ trong ngày"
    case .restOfLastDay: "đến hết ngày cuối của thời hạn"
    case .rolledOn: "ngày cuối là ngày nghỉ, chuyển sang ngày làm việc tiếp theo"
    }
  }

  fileprivate var english: String {
    switch self {
    case .dayOfReceipt: "day of receipt, not counted"
    case .afterCutOff: "received after the day's cut-off"
    case .restOfLastDay: "to the end of the last day"
    case .rolledOn: "last day off, rolled on to the next working day"
    }
  }
}
