import TestSupport
import Testing

@testable import Store

struct ULIDTests {
  @Test("a ULID is read back from its 128 bits")
  func roundTrip() {
    var random = SeededGenerator(seed: 26)
    for _ in 0..<10_000 {
      let ulid = ULID(high: random.next(), low: random.next())
      #expect(ULID(ulid.text) == ulid, "seed 26")
    }
    #expect(ULID(high: 0, low: 0).text == "00000000000000000000000000")
    #expect(ULID(high: .max, low: .max).text == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
  }

  @Test(
    "what is no ULID in capitals is none",
    arguments: [
      "", "01JNB5WQ8Y", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "01jnb5wq8y0000000000000000", "01JNB5WQ8YI000000000000000",
      "01JNB5WQ8Y00000000000000000",
    ])
  func none(text: String) {
    #expect(ULID(text) == nil)
  }
}
