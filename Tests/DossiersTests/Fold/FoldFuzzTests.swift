import TestSupport
import Testing

struct FoldFuzzTests {
  /// What is taken of one seed.
  private static let eventsARun: UInt64 = 125_000

  @Test("a million random events, told at whatever times, fold without a trap and the same in every order")
  func million() async throws {
    let seed = UInt64.random(in: 0..<1 << 32)
    // A trap ends the process: what it printed last is the seed to try again with `make fuzz`.
    print("FoldFuzzTests: 1000000 events of the seeds \(seed)...\(seed + 7)")
    let counts = try await withThrowingTaskGroup { group in
      for run in 0..<8 as Range<UInt64> {
        group.addTask {
          var fuzz = FoldFuzz(seed: seed + run)
          while fuzz.count < Self.eventsARun {
            let isSame = try fuzz.run(fuzz.count + 1000)
            try #require(isSame, "seed \(seed + run), in the chunk up to event \(fuzz.count)")
            // Tests that run beside this one wait for servers within a bound.
            await Task.yield()
          }
          return fuzz.count
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(counts >= 1_000_000)
  }
}
