import Dossiers
import TestSupport
import Testing

@testable import Web

@Suite struct LookupTests {
  private let page = "/lookup"
  private let right = ["code": "H18.101-260302-0001", "item": "EA123456785VN"]

  @Test("code and item together tell where the dossier stands, and nothing else of it")
  func found() async throws {
    let trial = try await Trial(access: Trial.access())
    let answer = try await Guest(trial).post(page, right, from: page)
    #expect(answer.status == 200)
    #expect(answer.text.contains("<strong>Đang giải quyết</strong>") && answer.text.contains("Đã phát"))
    for secret in ["UBND", "Quá hạn", "/postoffices/", "1.004884", "H18.101<"] {
      #expect(!answer.text.contains(secret), "\(secret)")
    }
    let spaced = ["code": " h18.101-260302-0001 ", "item": "ea 123456785 vn"]
    #expect(
      try await Guest(trial).post("/lookup?lang=en", spaced, from: page).text.contains(
        "<strong>With the agency</strong>"))
  }

  @Test("an unknown code, a foreign item and what is neither are answered alike")
  func unknown() async throws {
    let trial = try await Trial(access: Trial.access())
    let guest = Guest(trial)
    var answers: Set<String> = []
    for (code, item) in [
      ("H18.101-260302-9999", "EA123456785VN"), ("H18.101-260302-0001", "EA000000014VN"),
      ("H18.101-260309-0002", "EA123456785VN"), ("x", "y"), ("H18.101-260302-0001", ""),
    ] {
      let answer = try await guest.post(page, ["code": code, "item": item], from: page)
      #expect(answer.status == 200)
      answers.insert(answer.text.replacing(/value="[^"]*"/, with: ""))
    }
    #expect(answers.count == 1)
    #expect(answers.first?.contains("Không có hồ sơ nào với mã và số hiệu bưu gửi này") == true)
  }

  @Test("nobody can try items of a dossier without end")
  func limited() async throws {
    let trial = try await Trial(access: Trial.access())
    let guest = Guest(trial)
    let seal = Guest.seal(in: try await guest.get(page).text)
    var statuses: [Int] = []
    for number in 0..<25 {
      statuses.append(
        try await guest.post(page, ["code": right["code"] ?? "", "item": "EA\(number)", "seal": seal]).status)
    }
    #expect(statuses.prefix(20).allSatisfy { $0 == 200 } && statuses.dropFirst(20).allSatisfy { $0 == 429 })
  }
}
