/// Item numbers with a right check digit.
public enum Items {
  /// The registered item with this serial number of at most eight digits.
  public static func number(_ serial: Int) -> String {
    let digits = String(serial)
    let padded = String(repeating: "0", count: 8 - digits.count) + digits
    let weights = [8, 6, 4, 2, 3, 5, 9, 7]
    let sum = zip(padded.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
    let check = 11 - sum % 11
    return "RR\(padded)\(check == 10 ? 0 : check == 11 ? 5 : check)VN"
  }
}
