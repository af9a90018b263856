import Dossiers
import Testing

struct JSONStringTests {
  @Test("a byte in a string is taken or refused wherever it stands, and whatever follows it")
  func everyByte() {
    for byte in 0...255 as ClosedRange<UInt8> {
      let isPlain = (0x20..<0x80).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      for place in 0..<20 {
        var text = [UInt8](repeating: UInt8(ascii: "z"), count: 20)
        text[place] = byte
        #expect(isRead(text) == isPlain, "byte \(byte) at \(place)")
        if place > 0 {
          // A character of two bytes before it.
          text.replaceSubrange(place - 1..<place, with: Array("đ".utf8))
          #expect(isRead(text) == isPlain, "byte \(byte) behind another at \(place)")
        }
      }
    }
  }

  /// Whether an event with this text in an extension is read.
  private func isRead(_ text: [UInt8]) -> Bool {
    let head = #"{"specversion":"1.0","id":"1","type":"vn.bcci.shipment.scanned.v1","note":""#
    let tail =
      #"","source":"/postoffices/381100/scanners/s2","time":"2026-03-02T08:15:30+07:00","#
      + #""data":{"item":"EA123456785VN","event":"arrived","office":"381100"}}"#
    return (try? EventDecoder().decode(Array(head.utf8) + text + Array(tail.utf8))) != nil
  }
}
