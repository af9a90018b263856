import Testing

/// Something that every store promises, kept on a desk of its own.
struct Promise: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let keep: @Sendable (Desk) async throws -> Void

  init(_ sentence: String, _ keep: @escaping @Sendable (Desk) async throws -> Void) {
    testDescription = sentence
    self.keep = keep
  }
}

/// All that a store promises, whatever it is made of.
enum StoreConformance {
  static let promises =
    taking + parking + deadlines + adoption + alerts + mishaps + telling + followUps + mails
    + runs
}
