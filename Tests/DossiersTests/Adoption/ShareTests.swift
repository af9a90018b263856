import Dossiers
import Testing

struct ShareTests {
  @Test(
    "a share is read to the hundredth of a per cent",
    arguments: [("0", 0), ("70", 7_000), ("72.5", 7_250), ("72.05", 7_205), ("100", 10_000), ("100.00", 10_000)])
  func read(_ text: String, _ parts: Int) {
    #expect(Share(percent: text)?.parts == parts)
  }

  @Test(
    "what is no share is none",
    arguments: ["", ".", "70.", ".5", "100.01", "1e2", "-1", "+1", "70,5", "70 %", "0.001", "1000", "٧٠", "7.5.1"])
  func refused(_ text: String) {
    #expect(Share(percent: text) == nil)
  }
}
