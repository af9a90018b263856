import Dossiers

extension IndicatorKind {
  var words: Phrase { Phrase(vietnamese, english) }

  /// What is counted, of what.
  var meaning: Phrase {
    switch self {
    case .lost:
      Phrase(
        "bưu gửi báo mất và đến cuối kỳ chưa tìm thấy, trên 10.000 bưu gửi nhận trong kỳ",
        "shipments declared lost and not found by the period's end, per 10,000 accepted in it")
    case .damaged:
      Phrase(
        "bưu gửi báo hư hỏng, trên 10.000 bưu gửi nhận trong kỳ", "shipments declared damaged, per 10,000 accepted")
    case .weeklyVariation:
      Phrase(
        "độ lệch chuẩn giữa các tuần của số bưu gửi nhận mỗi ngày làm việc, so với trung bình",
        "standard deviation from week to week of the shipments accepted a working day, in percent of their mean")
    case .weeklySpread:
      Phrase(
        "tỷ lệ chặng đúng hạn của tuần tốt nhất trừ tuần kém nhất",
        "the best week's share of legs in time less the worst week's")
    case .longestOutage:
      Phrase(
        "số ngày làm việc liền nhau dài nhất mà một bưu cục có máy quét không quét lần nào",
        "the most working days in a row on which an office that scans made no scan")
    case .firstTry:
      Phrase(
        "phát được cho người nhận ngay lần đầu, trên số bưu gửi đã đi phát; theo chặng",
        "handed to the addressee at the first try, of those tried; by leg")
    case .unbroken:
      Phrase(
        "bưu gửi đã kết thúc có lượt đi và lượt đến nối nhau từ bưu cục gửi đến bưu cục phát; theo chặng",
        "ended shipments in which departures and arrivals alternate from the first office to the last; by leg")
    case .misrouted:
      Phrase(
        "bưu gửi đã kết thúc từng đến bưu cục không phải nơi đến, trên 10.000",
        "ended shipments that came to an office that they were not meant for, per 10,000")
    case .withdrawn:
      Phrase(
        "bưu gửi người gửi rút lại, trên 10.000 bưu gửi nhận", "shipments withdrawn by the sender, per 10,000 accepted")
    case .voidedScans: Phrase("lần quét bị hủy, trên 10.000 lần quét", "scans taken back, per 10,000 scans")
    case .parked:
      Phrase(
        "sự kiện của kỳ hiện còn treo, trên 10.000 sự kiện ấy và lần quét",
        "messages of the period that still are parked, per 10,000 of them and the scans")
    case .silentDays:
      Phrase(
        "ngày làm việc không có lần quét, trên ngày làm việc của các bưu cục có quét; theo bưu cục",
        "working days without a scan, of all working days of the offices that scan; by office")
    case .silentOffices:
      Phrase("bưu cục trong danh mục cả kỳ không quét lần nào", "offices of the registry without a scan in the period")
    case .unscannedAcceptances:
      Phrase(
        "bưu gửi nhận theo bảng kê ngày nhiều hơn số quét của ngày ấy, trên 10.000 trong bảng kê",
        "items accepted by an office's day list beyond its scans of that day, per 10,000 on the lists")
    case .unscannedDeliveries:
      Phrase(
        "bưu gửi phát theo bảng kê ngày nhiều hơn số quét của ngày ấy, trên 10.000 trong bảng kê",
        "items delivered by an office's day list beyond its scans of that day, per 10,000 on the lists")
    case .differingLists:
      Phrase(
        "ngày có bảng kê khác số quét, trên các ngày có bảng kê; theo bưu cục",
        "days whose list differs from the scans either way, of those with a list; by office")
    case .missingSequences:
      Phrase(
        "số thứ tự máy quét bị thiếu, trên 10.000; nhảy quá 1.000 là bộ đếm khác",
        "numbers missing in a scanner's counter, per 10,000; a jump by more than 1,000 is another counter")
    case .score:
      Phrase(
        "điểm theo Điều 13 Thông tư 01/2018/TT-VPCP, lấy trung bình: 2 trước ngày hẹn, 1 đúng ngày, 0 quá hạn",
        "the law's score in the mean: 2 earlier than the last day, 1 on it, 0 later (Circular 01/2018/TT-VPCP art. 13)")
    case .within: Phrase("xong trong hạn, trên số đã xong", "done within the standard, of what was done")
    case .earlier: Phrase("xong trước ngày cuối, trên số đã xong", "done before the last day, of what was done")
    case .onLastDay: Phrase("xong đúng ngày cuối, trên số đã xong", "done on the last day, of what was done")
    case .later: Phrase("xong sau hạn, trên số đã xong", "done later, of what was done")
    case .overdue:
      Phrase(
        "đã quá hạn khi kỳ kết thúc (hoặc lúc tính), trên số đang chạy khi ấy",
        "overdue when the period was over (or by now), of what ran then")
    case .median:
      Phrase("một nửa không lâu hơn, tính theo giờ thường", "what half did not exceed, in plain hours")
    case .p90:
      Phrase("chín phần mười không lâu hơn, tính theo giờ thường", "what nine in ten did not exceed, in plain hours")
    case .medianDelay:
      Phrase(
        "trong số quá hạn, một nửa không chậm hơn; giờ thường, trừ lúc tạm dừng",
        "of what was late: what half did not exceed, in plain hours without pauses")
    case .meanDelay:
      Phrase(
        "trong số quá hạn: ngày làm việc sau ngày cuối, lấy trung bình",
        "of what was late: working days after the last day, in the mean")
    }
  }

  /// What it can't say; nil where nothing need be said.
  var limit: Phrase? {
    switch self {
    case .lost:
      Phrase(
        "bưu gửi không ai báo mất; những cái ấy ở mục chưa xong và quá hạn", "what nobody declared; that is overdue")
    case .damaged: Phrase("hư hỏng chỉ người nhận thấy", "damage that only the addressee saw")
    case .weeklyVariation: Phrase("nhu cầu hay dịch vụ thay đổi", "whether demand or service varied")
    case .weeklySpread: Phrase("tuần ít bưu gửi dao động mạnh", "a small week swings far")
    case .longestOutage: Phrase("do ít khách, mất mạng hay đóng cửa", "whether it was idle, offline or shut")
    case .firstTry: Phrase("lần phát hỏng là do ai", "who was to blame for a failed try")
    case .unbroken:
      Phrase("bưu cục trung chuyển không quét cả đến lẫn đi", "a hub that scanned neither coming nor going")
    case .misrouted: Phrase("đường vòng không ai quét", "a detour that nobody scanned as one")
    case .withdrawn: Phrase("vì sao", "why")
    case .voidedScans: Phrase("lần quét sai không ai thấy", "wrong scans that nobody noticed")
    case .parked: Phrase("sự kiện nay đã nhận hoặc đã bỏ", "those taken or thrown away since")
    case .silentDays:
      Phrase(
        "có gì để quét hay không; những ngày trước khi hệ thống hoạt động cũng bị tính",
        "whether there was anything to scan; days before this system was at work count too")
    case .silentOffices: Phrase("có gì để quét hay không", "whether there was anything to scan")
    case .unscannedAcceptances, .unscannedDeliveries:
      Phrase("là hồ sơ nào; ngày không có bảng kê", "which ones; days without a list")
    case .differingLists: Phrase("bảng kê hay lần quét đúng", "whether the list or the scans are right")
    case .missingSequences: Phrase("máy quét không có bộ đếm", "devices without a counter")
    case .score, .within, .earlier, .onLastDay, .later:
      Phrase("việc chưa từng xong; xem mục chưa xong và quá hạn", "what was never done; that is overdue")
    case .overdue: nil
    case .median, .p90:
      Phrase("thời gian của cơ quan trước lần bổ sung cuối", "an agency's time before the last supplement")
    case .medianDelay, .meanDelay: nil
    }
  }
}

extension Indicator {
  /// The value with its unit, to two places.
  func valueWords(_ language: Language) -> String {
    guard let value else { return "–" }
    let number = Number.decimal(value, language)
    return language == .vi ? kind.unit.vietnamese(number) : kind.unit.english(number)
  }

  /// What was counted, of how many.
  func baseWords(_ language: Language) -> String {
    let count = numerator.map { Number.words($0, language) }
    let whole = Number.words(denominator, language)
    let words =
      switch kind {
      case .weeklyVariation, .weeklySpread: Phrase("\(whole) tuần", "\(whole) weeks")
      case .longestOutage: Phrase("\(whole) bưu cục", "\(whole) offices")
      case .score: Phrase("\(count ?? "0") điểm, \(whole) lần", "\(count ?? "0") points, \(whole) times")
      case .meanDelay: Phrase("\(count ?? "0") ngày, \(whole) lần", "\(count ?? "0") days, \(whole) times")
      default:
        count.map { Phrase("\($0) trên \(whole)", "\($0) of \(whole)") } ?? Phrase("trên \(whole)", "of \(whole)")
      }
    return words[language]
  }
}

extension Indicator.Subject {
  var words: Phrase { Phrase(vietnamese, english) }

  /// Whether there is one for each agency or office.
  var isOneOfMany: Bool {
    switch self {
    case .agency, .office: true
    case .all, .part, .party, .route: false
    }
  }
}
