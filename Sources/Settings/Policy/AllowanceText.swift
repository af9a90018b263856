import Dossiers

extension Written {
  /// The units that a length of time may be written in.
  private static let units = [
    "working-days", "days", "working-hours", "working-minutes", "working-seconds", "hours", "minutes", "seconds",
  ]

  /// A length of time such as `3 working-days`, `90 working-minutes` or `30 seconds`; the unit may be singular.
  func allowance() -> Allowance? {
    let parts = text.split(separator: " ")
    guard parts.count == 2, let count = Int64(parts[0]), (1...1_000_000).contains(count) else {
      refuse("a time such as '3 working-days', '2 hours' or '30 seconds'", advice: "write a whole number and a unit")
      return nil
    }
    let unit = parts[1].hasSuffix("s") ? String(parts[1]) : parts[1] + "s"
    switch unit {
    case "working-days" where count <= 3650: return .workingDays(Int(count))
    case "days" where count <= 3650: return .days(Int(count))
    case "working-days", "days":
      refuse("at most 3650 days", advice: "correct the number")
    case "working-hours": return .workingHours(seconds: count * 3600)
    case "working-minutes": return .workingHours(seconds: count * 60)
    case "working-seconds": return .workingHours(seconds: count)
    case "hours": return .hours(seconds: count * 3600)
    case "minutes": return .hours(seconds: count * 60)
    case "seconds": return .hours(seconds: count)
    default:
      refuse(
        "one of the units \(Written.units.joined(separator: ", "))",
        advice: Nearest.advice(for: unit, among: Written.units)
      )
    }
    return nil
  }

  /// A length of time in plain seconds, such as `10 seconds` or `2 hours`.
  func plainSeconds() -> Int64? {
    switch allowance() {
    case .hours(let seconds): return seconds
    case nil: return nil
    default:
      refuse("plain hours, minutes or seconds", advice: "write it like '10 seconds'")
      return nil
    }
  }

  /// A time of day such as `15:00`, or to the second `15:00:30`, in seconds after midnight; `24:00` is the end of the
  /// day.
  func timeOfDay() -> Int? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { field in
      field.utf8.count == 2 && field.utf8.allSatisfy { (48...57).contains($0) } ? Int(field) : nil
    }
    if (2...3).contains(fields.count), numbers.count == fields.count, numbers.dropFirst().allSatisfy({ $0 < 60 }) {
      let second = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
      if second <= 86_400 { return second }
    }
    refuse("a time of day such as 07:30", advice: "write hours and minutes with two digits each")
    return nil
  }
}
