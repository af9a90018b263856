import Dossiers

extension Written {
  /// A length of plain time such as `30 minutes` or `7 days`, where a day is of 24 hours.
  func plainSpan() -> Span? {
    switch allowance() {
    case .hours(let seconds): return .seconds(seconds)
    case .days(let millionths): return .days(millionths / 1_000_000)
    case nil: return nil
    default:
      refuse("plain days, hours, minutes or seconds", advice: "write it like '30 minutes'")
      return nil
    }
  }

  /// A length of opening time such as `4 working-hours` or `1 working-day`, where a day is as long as `day`.
  func openSpan(day: Span) -> Span? {
    switch allowance() {
    case .workingHours(let seconds): return .seconds(seconds)
    case .workingDays(let millionths): return .seconds(millionths / 1_000_000 * day.seconds)
    case nil: return nil
    default:
      refuse("working-days, working-hours or working-minutes", advice: "write it like '4 working-hours'")
      return nil
    }
  }
}

extension OpeningHours {
  /// How long the longest weekday is open; eight hours where none is.
  var longestDay: Span {
    let longest = weekdays.map { $0.reduce(0) { $0 + $1.seconds } }.max() ?? 0
    return longest > 0 ? .seconds(Int64(longest)) : .hours(8)
  }
}
