import Crypto
import Dossiers
import Foundation
import Store
import TestSupport
import Testing

@testable import Daemon

struct AcknowledgeLinkTests {
  private static let key = AcknowledgeKey(current: SymmetricKey(size: .bits256), old: nil)
  private static let expiry = instant("2026-03-09 09:00")
  private static let sample = AcknowledgeLink(
    alert: 17, step: 2, receiver: ReceiverID(.lead, agency: code("H18.101")), expiry: expiry)

  private func notice(_ what: Notice.What, step: Int = 0) -> Notice {
    Notice(
      id: 117, alert: 17, what: what, subject: nil, explained: nil, since: instant("2026-03-06 00:00"), step: step)
  }

  private func read(
    _ token: String, key: AcknowledgeKey = key, at now: Instant = instant("2026-03-06 09:00")
  ) throws(AcknowledgeLink.Refusal) -> AcknowledgeLink {
    try AcknowledgeLink(token: token, key: key, now: now)
  }

  @Test("any link that is made is read as it was made")
  func roundTrip() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed: \(seed)")
    var random = SeededGenerator(seed: seed)
    let receivers = ["lead/H18.101", "head/000.00.18.H18", "operator", "provincial-post", "Trung tâm SMS", "x"]
    for _ in 0..<500 {
      let link = AcknowledgeLink(
        alert: Int64.random(in: .min ... .max, using: &random), step: Int.random(in: .min ... .max, using: &random),
        receiver: try #require(receivers.randomElement(using: &random).flatMap { ReceiverID($0) }),
        expiry: Instant(microseconds: Int64.random(in: 1 ... .max, using: &random)))
      let key = AcknowledgeKey(current: SymmetricKey(size: .bits256), old: nil)
      let token = link.token(signedBy: key)
      #expect(
        try AcknowledgeLink(token: token, key: key, now: link.expiry.advanced(by: Span(microseconds: -1))) == link)
      #expect(token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    }
  }

  @Test("a link of an agency's lead is short enough for a message of its own")
  func compact() {
    #expect(AcknowledgeLinkTests.sample.token(signedBy: AcknowledgeLinkTests.key).count == 92)
  }

  @Test("a token with any bit flipped, of its bytes or its letters, is refused")
  func flipped() throws {
    let token = AcknowledgeLinkTests.sample.token(signedBy: AcknowledgeLinkTests.key)
    let bytes = try #require(Base64URL.decode(token))
    for position in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[position] ^= 1 << bit
        #expect(throws: AcknowledgeLink.Refusal.self) { try read(Base64URL.encode(changed)) }
      }
    }
    let letters = Array(token.utf8)
    for position in letters.indices {
      for bit in 0..<8 {
        var changed = letters
        changed[position] ^= 1 << bit
        #expect(throws: AcknowledgeLink.Refusal.self) { try read(String(decoding: changed, as: UTF8.self)) }
      }
    }
  }

  @Test("a token that was cut, padded, or is no token is malformed or forged, never taken")
  func malformed() throws {
    let token = AcknowledgeLinkTests.sample.token(signedBy: AcknowledgeLinkTests.key)
    for count in 0..<token.count {
      #expect(throws: AcknowledgeLink.Refusal.self) { try read(String(token.prefix(count))) }
    }
    for text in [
      "", "=", "x", token + "=", token + "A", " " + token, token + "\n", String(repeating: "A", count: 9999),
    ] {
      #expect(throws: AcknowledgeLink.Refusal.self, "\(text)") { try read(text) }
    }
    #expect(throws: AcknowledgeLink.Refusal.malformed) { try read("") }
  }

  @Test("a version that is not known is malformed, even where a key of ours signed it")
  func version() throws {
    let token = AcknowledgeLinkTests.sample.token(signedBy: AcknowledgeLinkTests.key)
    var bytes = try #require(Base64URL.decode(token)).dropLast(SHA256.byteCount)
    bytes[0] = 2
    bytes += Array(HMAC<SHA256>.authenticationCode(for: bytes, using: AcknowledgeLinkTests.key.current))
    #expect(throws: AcknowledgeLink.Refusal.malformed) { try read(Base64URL.encode(Array(bytes))) }
  }

  @Test("another key's token is forged")
  func otherKey() {
    let other = AcknowledgeKey(current: SymmetricKey(size: .bits256), old: SymmetricKey(size: .bits256))
    let token = AcknowledgeLinkTests.sample.token(signedBy: AcknowledgeLinkTests.key)
    #expect(throws: AcknowledgeLink.Refusal.forged) { try read(token, key: other) }
  }

  @Test("after a change of the key the old one is still read, and no longer signs")
  func rotated() throws {
    let old = AcknowledgeLinkTests.key
    let new = AcknowledgeKey(current: SymmetricKey(size: .bits256), old: old.current)
    #expect(try read(AcknowledgeLinkTests.sample.token(signedBy: old), key: new) == AcknowledgeLinkTests.sample)
    let token = AcknowledgeLinkTests.sample.token(signedBy: new)
    #expect(try read(token, key: new) == AcknowledgeLinkTests.sample)
    #expect(throws: AcknowledgeLink.Refusal.forged) { try read(token, key: old) }
  }

  @Test("a link is good until its expiry and not at it")
  func expired() throws {
    let token = AcknowledgeLinkTests.sample.token(signedBy: AcknowledgeLinkTests.key)
    let expiry = AcknowledgeLinkTests.expiry
    _ = try read(token, at: expiry.advanced(by: Span(microseconds: -1)))
    #expect(throws: AcknowledgeLink.Refusal.expired(expiry)) { try read(token, at: expiry) }
    #expect(AcknowledgeLink.Refusal.expired(expiry).description.contains("2026-03-09T09:00:00+07:00"))
  }

  @Test("links are under the public address, for the notice's alert and step, and good for a week")
  func links() throws {
    let links = AcknowledgeLinks(publicURL: "https://hoso.example.org/so/", key: AcknowledgeLinkTests.key)
    let receiver = ReceiverID(.head, agency: code("H18.101"))
    let now = instant("2026-03-06 09:00")
    let notice = notice(.breach, step: 3)
    let link = try #require(links.link(for: notice, receiver: receiver, now: now))
    let parts = link.split(separator: "?token=", maxSplits: 1)
    #expect(parts.first == "https://hoso.example.org/so/acknowledge")
    #expect(
      try read(String(parts.last ?? ""))
        == AcknowledgeLink(alert: 17, step: 3, receiver: receiver, expiry: now.advanced(by: .days(7))))
  }

  @Test("there is no link without a public address, without a key, or for what is over")
  func noLinks() {
    let receiver = ReceiverID(.operator)
    let key = AcknowledgeLinkTests.key
    let all = AcknowledgeLinks(publicURL: "https://hoso.example.org", key: key)
    for what in Notice.What.allCases {
      let notice = notice(what)
      for links in [
        .none, AcknowledgeLinks(publicURL: nil, key: key), AcknowledgeLinks(publicURL: "https://x", key: nil),
      ] {
        #expect(links.link(for: notice, receiver: receiver, now: instant("2026-03-06 09:00")) == nil)
      }
      #expect((all.link(for: notice, receiver: receiver, now: instant("2026-03-06 09:00")) == nil) == what.isFollowUp)
    }
  }
}
