import Dossiers
import Testing

/// Something that every store promises, kept on a desk of its own.
struct Promise: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// From when the desk's store watches; nil for ever since.
  let since: Instant?
  let keep: @Sendable (Desk) async throws -> Void

  init(_ sentence: String, since: Instant? = nil, _ keep: @escaping @Sendable (Desk) async throws -> Void) {
    self.since = since
    testDescription = sentence
    self.keep = keep
  }
}

/// All that a store promises, whatever it is made of.
enum StoreConformance {
  static let promises =
    taking + parking + deadlines + adoption + alerts + mishaps + telling + followUps + lateTruth
    + watching + mails + uncertainty + mergers + log + runs + groups + repeats + escalations + acknowledgements
    + silences + digests + histories + causes + tallies + use + looking + reports
}
