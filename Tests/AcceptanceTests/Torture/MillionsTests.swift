import Foundation
import Testing

extension Torture {
  /// The store has grown for years.
  struct MillionsTests {
    private static let rounds = 5

    @Test("with millions of dossiers it starts as fast, takes in nearly as fast, and needs no more memory")
    func millions() async throws {
      let events = Times(2_000, 100_000).here
      let full = try await GrownStore(dossiers: Times(20_000, 5_000_000).here)
      var (emptyRates, fullRates): ([Double], [Double]) = ([], [])
      for round in 0..<Self.rounds {
        let first = 20_000_000 + round * events
        let empty = try await GrownStore(dossiers: 0)
        emptyRates.append(try await empty.drain(events, first: first).rate)
        let drain = try await full.drain(events, first: first)
        fullRates.append(drain.rate)
        #expect(drain.startTook < .seconds(Size.here == .test ? 10 : 2))
        // A debug build keeps more.
        #expect(drain.peakMiB < (Size.here == .test ? 300 : 200), "MiB")
      }
      // Whatever else the machine does makes a round slower, never faster.
      let (emptyRate, fullRate) = (emptyRates.max() ?? .infinity, fullRates.max() ?? 0)
      let ratio = fullRate / emptyRate
      FileHandle.standardError.write(
        Data("torture: \(Int(fullRate)) events a second into the full store, \(ratio) of an empty one\n".utf8))
      // Some thousand events tell nothing of speed.
      if events >= 50_000 { #expect(ratio >= 0.7) }
      try full.score("a store with \(full.dossiers) dossiers", times: Self.rounds).publish()
    }
  }
}
