/// What was recorded after an instant and bears on a period that may have been over by then: why its figures are others
/// since.
public struct LaterRecords: Sendable, Hashable, Encodable {
  /// Scans of before the period's end.
  public var scans = 0
  /// Notes of desks of before the period's end.
  public var notes = 0
  /// Signs of life of before the period's end.
  public var signs = 0
  /// Hand-over lists of days up to the period's last.
  public var lists = 0
  /// Voidings of what happened before the period's end.
  public var voidings = 0
  /// Closures that began before the period's end.
  public var closures = 0
  /// Versions of calendar, policy and registry.
  public var rules = 0

  /// Nothing.
  public init() {}

  /// What there is of each kind, in Vietnamese and English, with numbers as `written`; empty where there is nothing.
  public func words(_ written: (Int) -> String) -> (vietnamese: [String], english: [String]) {
    let parts = [
      (scans, "lần quét", "scan", "scans"), (notes, "ghi nhận của cơ quan", "desk's note", "desks' notes"),
      (lists, "bảng kê ngày", "day list", "day lists"),
      (signs, "tín hiệu máy quét", "sign of life", "signs of life"),
      (voidings, "lần hủy sự kiện", "voiding", "voidings"), (closures, "lần đóng tuyến", "closure", "closures"),
      (rules, "phiên bản lịch, chính sách, danh mục", "version of the rules", "versions of the rules"),
    ].filter { $0.0 > 0 }
    return (
      parts.map { "\(written($0.0)) \($0.1)" }, parts.map { "\(written($0.0)) \($0.0 == 1 ? $0.2 : $0.3)" }
    )
  }
}
