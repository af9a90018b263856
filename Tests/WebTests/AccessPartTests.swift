import Dossiers
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite struct AccessPartTests {
  private let start = instant("2026-03-02 08:00")

  @Test("a password's hash is written so that it can be read again, and matches that password alone")
  func hash() throws {
    let cost = PasswordHash.Cost(log: 4, block: 2, lanes: 1)
    let hash = try #require(PasswordHash(of: "mật khẩu dài", cost))
    #expect("\(hash)".hasPrefix("$scrypt$ln=4,r=2,p=1$"))
    let read = try #require(PasswordHash("\(hash)"))
    #expect(read == hash)
    #expect(read.matches("mật khẩu dài") && !read.matches("mat khau dai") && !read.matches(""))
    // The same letters, written with combining marks.
    #expect(read.matches("mật khẩu dài".decomposedStringWithCanonicalMapping))
    #expect(PasswordHash(of: "mật khẩu dài", cost) != hash)
    #expect(PasswordHash(of: "short") == nil)
  }

  @Test(
    "what is no hash, or one that would cost too much, is refused",
    arguments: [
      "", "secret", "$scrypt$", "$scrypt$ln=15,r=8,p=3$$", "$scrypt$ln=30,r=8,p=3$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
      "$argon2id$v=19$m=65536$AAAA$AAAA", "$scrypt$ln=-1,r=8,p=3$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
    ])
  func noHash(text: String) {
    #expect(PasswordHash(text) == nil)
  }

  @Test("so many are let through at once, then one each pause, and no more keys are kept than may be")
  func rateLimit() {
    let limit = RateLimit(burst: 3, pause: .minutes(1), most: 100)
    #expect((0..<5).map { _ in limit.take("a", at: start) } == [true, true, true, false, false])
    #expect(limit.take("b", at: start))
    #expect(!limit.take("a", at: start.advanced(by: .seconds(59))))
    #expect(limit.take("a", at: start.advanced(by: .seconds(61))))
    for number in 0..<10_000 { _ = limit.take("\(number)", at: start) }
    #expect(limit.count <= 100)
  }

  @Test("sessions of one name and of all are bounded")
  func sessions() throws {
    let hash = try #require(PasswordHash(of: "x", PasswordHash.Cost(log: 1, block: 1, lanes: 1)))
    let sessions = Sessions(idle: .minutes(60), longest: .hours(12), most: 5, ofOne: 2)
    let ids = (0..<3).map { sessions.begin("lan", hash, at: start.advanced(by: .seconds(Int64($0)))) }
    #expect(
      ids.map { sessions.find($0, isActive: true, at: start.advanced(by: .minutes(1))) != nil } == [false, true, true])
    for number in 0..<20 { _ = sessions.begin("a\(number)", hash, at: start.advanced(by: .minutes(2))) }
    #expect(sessions.find(ids[1], isActive: true, at: start.advanced(by: .minutes(3))) == nil)
    #expect(sessions.find("x", isActive: true, at: start) == nil)
  }

  @Test("a form says each field once")
  func form() {
    #expect(Form("a=1&b=%C4%91+x")?["b"] == "đ x")
    #expect(Form("a")?["a"] == "")
    #expect(Form("")?["a"] == "")
    #expect(Form("a=1&a=2") == nil)
    #expect(Form("a=%zz") == nil)
  }
}
