/// Which of the failed tries to make a link are told: the first, those that fail otherwise than the one before, and one
/// in ten minutes of the rest. A broker may be away for a night, and is tried each second.
struct LossNews {
  private static let again = Duration.seconds(600)

  private var told: (what: String, at: ContinuousClock.Instant)?

  mutating func isNews(_ what: String, at now: ContinuousClock.Instant = .now) -> Bool {
    if let told, told.what == what, now - told.at < LossNews.again { return false }
    told = (what, now)
    return true
  }
}
