extension IndicatorKind {
  /// What people read in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .lost: "Bưu gửi bị mất"
    case .damaged: "Bưu gửi bị hư hỏng"
    case .weeklyVariation: "Biến động số bưu gửi theo tuần"
    case .weeklySpread: "Chênh lệch tỷ lệ đúng hạn giữa các tuần"
    case .longestOutage: "Gián đoạn dài nhất của một bưu cục"
    case .firstTry: "Phát thành công lần đầu"
    case .unbroken: "Đủ lần quét trên đường đi"
    case .misrouted: "Bưu gửi đi sai hướng"
    case .withdrawn: "Bưu gửi bị rút lại"
    case .voidedScans: "Lần quét bị hủy"
    case .parked: "Sự kiện đang treo"
    case .silentDays: "Ngày làm việc không có lần quét"
    case .silentOffices: "Bưu cục không quét lần nào"
    case .unscannedAcceptances: "Nhận theo bảng kê nhưng không quét"
    case .unscannedDeliveries: "Phát theo bảng kê nhưng không quét"
    case .differingLists: "Bảng kê ngày khác số lần quét"
    case .missingSequences: "Số thứ tự máy quét bị thiếu"
    case .score: "Điểm bình quân (0–2)"
    case .within: "Trong hạn"
    case .earlier: "Trước hạn"
    case .onLastDay: "Đúng hạn"
    case .later: "Quá hạn"
    case .overdue: "Chưa xong và đã quá hạn cuối kỳ"
    case .median: "Thời gian trung vị"
    case .p90: "Thời gian của chín phần mười"
    case .medianDelay: "Chậm trung vị"
    case .meanDelay: "Chậm bình quân"
    }
  }

  /// What people read in English.
  public var english: String {
    switch self {
    case .lost: "Shipments lost"
    case .damaged: "Shipments damaged"
    case .weeklyVariation: "Variation of shipments by week"
    case .weeklySpread: "Best week in time above worst"
    case .longestOutage: "Longest outage of an office"
    case .firstTry: "Delivered at the first try"
    case .unbroken: "No scan missing on the way"
    case .misrouted: "Shipments misrouted"
    case .withdrawn: "Shipments withdrawn"
    case .voidedScans: "Scans taken back"
    case .parked: "Messages parked"
    case .silentDays: "Working days without a scan"
    case .silentOffices: "Offices without any scan"
    case .unscannedAcceptances: "Accepted by list, never scanned"
    case .unscannedDeliveries: "Delivered by list, never scanned"
    case .differingLists: "Day lists that differ from scans"
    case .missingSequences: "Missing numbers of scanners"
    case .score: "Mean score (0–2)"
    case .within: "Within the standard"
    case .earlier: "Earlier than the last day"
    case .onLastDay: "On the last day"
    case .later: "Later"
    case .overdue: "Overdue at the period's end"
    case .median: "Median time"
    case .p90: "Time of nine in ten"
    case .medianDelay: "Median delay"
    case .meanDelay: "Mean delay"
    }
  }
}

extension IndicatorKind.Word {
  /// What people read in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .safe: "An toàn"
    case .stable: "Ổn định"
    case .reliable: "Tin cậy"
    case .accurate: "Chính xác"
    case .regular: "Thường xuyên"
    case .timely: "Kịp thời"
    }
  }

  /// What people read in English.
  public var english: String {
    switch self {
    case .safe: "Safe"
    case .stable: "Stable"
    case .reliable: "Reliable"
    case .accurate: "Accurate"
    case .regular: "Regular"
    case .timely: "Timely"
    }
  }
}

extension IndicatorKind.Unit {
  /// A number of it, as Vietnamese readers write it.
  public func vietnamese(_ number: String) -> String {
    switch self {
    case .percent: "\(number)%"
    case .perTenThousand: "\(number)/10.000"
    case .percentagePoints: "\(number) điểm %"
    case .points: "\(number) điểm"
    case .hours: "\(number) giờ"
    case .workingDays: "\(number) ngày làm việc"
    }
  }

  /// A number of it, as English readers write it.
  public func english(_ number: String) -> String {
    switch self {
    case .percent: "\(number)%"
    case .perTenThousand: "\(number) per 10,000"
    case .percentagePoints: "\(number) points of %"
    case .points: "\(number) points"
    case .hours: "\(number) hours"
    case .workingDays: "\(number) working days"
    }
  }
}

extension Indicator.Subject {
  /// What people read in Vietnamese; a code as it stands.
  public var vietnamese: String {
    switch self {
    case .all: "Tất cả"
    case .part(.collection): "Nhận hồ sơ"
    case .part(.processing): "Giải quyết"
    case .part(.return): "Trả kết quả"
    case .party(.post): "Bưu chính"
    case .party(.agency): "Cơ quan"
    case .route(.sameDistrict): "Trong huyện"
    case .route(.withinProvince): "Trong tỉnh"
    case .route(.betweenProvinces): "Liên tỉnh"
    case .route(.remote): "Địa hình đặc thù"
    case .agency(let agency): agency.text
    case .office(let office): office.text
    }
  }

  /// What people read in English; a code as it stands.
  public var english: String {
    switch self {
    case .all: "All"
    case .part(.collection): "Collection"
    case .part(.processing): "Processing"
    case .part(.return): "Return"
    case .party(.post): "The post"
    case .party(.agency): "The agencies"
    case .route(.sameDistrict): "Within a district"
    case .route(.withinProvince): "Within the province"
    case .route(.betweenProvinces): "Between provinces"
    case .route(.remote): "Special terrain"
    case .agency(let agency): agency.text
    case .office(let office): office.text
    }
  }
}
