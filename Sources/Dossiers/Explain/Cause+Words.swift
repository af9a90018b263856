extension CausedPause.Cause {
  /// The cause in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .hold(let reason): "lưu giữ" + (reason.map { " (\($0.rawValue))" } ?? "")
    case .closure(let why): "bất khả kháng: \(why)"
    case .supplement: "chờ công dân bổ sung giấy tờ"
    case .consultation(let reference): "chờ ý kiến cơ quan khác" + (reference.map { " (\($0))" } ?? "")
    case .moment(let moment): "tạm dừng (\(moment.name))"
    }
  }

  /// The cause in English.
  public var english: String {
    switch self {
    case .hold(let reason): "held" + (reason.map { " (\($0.rawValue))" } ?? "")
    case .closure(let why): "force majeure: \(why)"
    case .supplement: "waiting for the citizen's papers"
    case .consultation(let reference): "waiting for another body" + (reference.map { " (\($0))" } ?? "")
    case .moment(let moment): "paused (\(moment.name))"
    }
  }
}
