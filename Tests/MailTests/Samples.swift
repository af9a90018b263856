import Foundation
import Mail

/// What the tests of this target send.
enum Sample {
  static let lead = "Nguyễn Thị Ánh Tuyết"
  static let subject = "[Hồ sơ bưu chính] UBND Phường Điện Biên Phủ: 2 quá hạn (nặng nhất 3 ngày), 1 sắp quá hạn"

  static func mailbox(_ address: String, name: String = "") throws -> Mailbox {
    try Mailbox(name: name, address: address)
  }

  static func message(
    to: String = "lead@example.org", subject: String = subject, text: String = "Kính gửi",
    html: String = "<p>Kính gửi</p>",
    attachments: [MailAttachment] = [], headers: [MailHeader] = []
  ) throws -> MailMessage {
    try MailMessage(
      from: Mailbox(name: "Giám sát hồ sơ bưu chính", address: "dossierd@example.org"),
      to: Mailbox(name: lead, address: to), subject: subject, text: text, html: html, attachments: attachments,
      id: MessageID(stable: [subject, text], domain: "example.org"), date: Date(timeIntervalSince1970: 1_772_414_130),
      headers: headers)
  }
}

extension MailError {
  /// The name of the error's case.
  var kind: String {
    Mirror(reflecting: self).children.first?.label ?? "cancelled"
  }
}

/// Random numbers that a seed repeats (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of up to `longest` scalars of many scripts, without control characters.
  mutating func text(upTo longest: Int) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0xA1...0x24F, 0x300...0x36F, 0x1EA0...0x1EF9, 0x4E00...0x9FFF, 0x1F300...0x1F64F,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...longest, using: &self) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { text.append(scalar) }
    }
    return String(text)
  }
}
