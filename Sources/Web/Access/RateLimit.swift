import Dossiers
import Synchronization

/// Lets so many through at once for each key, and one more each `pause`.
///
/// It keeps no more than `most` keys: the ones that were longest at rest are forgotten first.
final class RateLimit: Sendable {
  private struct Bucket {
    var left: Double
    var at: Instant
  }

  private let burst: Double
  private let pause: Span
  private let most: Int
  private let buckets = Mutex<[String: Bucket]>([:])

  init(burst: Int, pause: Span, most: Int = 10_000) {
    self.burst = Double(burst)
    self.pause = pause
    self.most = most
  }

  /// Takes one for `key`; says whether there was one left.
  func take(_ key: String, at now: Instant) -> Bool {
    buckets.withLock { buckets in
      var bucket = current(buckets[key], now)
      guard bucket.left >= 1 else { return false }
      bucket.left -= 1
      if buckets[key] == nil, buckets.count >= most { forget(&buckets, now) }
      buckets[key] = bucket
      return true
    }
  }

  /// Whether there is one left for `key`.
  func hasLeft(_ key: String, at now: Instant) -> Bool {
    buckets.withLock { current($0[key], now).left >= 1 }
  }

  /// How many keys are kept.
  var count: Int { buckets.withLock(\.count) }

  private func current(_ bucket: Bucket?, _ now: Instant) -> Bucket {
    guard let bucket else { return Bucket(left: burst, at: now) }
    let passed = Double(max(now.since(bucket.at).microseconds, 0)) / Double(pause.microseconds)
    return Bucket(left: min(burst, bucket.left + passed), at: now)
  }

  private func forget(_ buckets: inout [String: Bucket], _ now: Instant) {
    buckets = buckets.filter { current($0.value, now).left < burst }
    guard buckets.count >= most else { return }
    // A tenth at once, so that this is done seldom.
    let oldest = buckets.sorted { $0.value.at < $1.value.at }.prefix(max(most / 10, 1))
    for (key, _) in oldest { buckets[key] = nil }
  }
}

/// What is counted.
struct Limits: Sendable {
  /// Requests of any kind from one address: an office whose people share one may have them all look at once.
  let requestsOfAddress = RateLimit(burst: 600, pause: Span(microseconds: 100_000))
  /// Wrong passwords for one name, from anywhere.
  let loginsOfName = RateLimit(burst: 10, pause: .minutes(1))
  /// Wrong passwords from one address, for any name.
  let loginsOfAddress = RateLimit(burst: 30, pause: .seconds(20))
  /// Questions of citizens from one address.
  let lookupsOfAddress = RateLimit(burst: 20, pause: .seconds(15))
  /// Questions of citizens about one dossier, so that its item cannot be guessed from many addresses.
  let lookupsOfCode = RateLimit(burst: 20, pause: .minutes(1))
  /// Tokens of mails' links from one address.
  let tokensOfAddress = RateLimit(burst: 60, pause: .seconds(2))
}
