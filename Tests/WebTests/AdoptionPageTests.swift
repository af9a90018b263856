import Dossiers
import Foundation
import TestSupport
import Testing

@testable import Web

@Suite struct AdoptionPageTests {
  @Test("the page says by level, district, commune, agency and month what is served, and what is missing")
  func whole() async throws {
    let text = try await Trial().answer("/adoption").text
    for words in [
      "<h1>Thủ tục qua bưu chính</h1>", #"type="date" value="2026-03-12""#, "Cấp xã", "60%",
      "6 trong 10 thủ tục, chỉ tiêu 60%", "2 trong 5 thủ tục", "✓ đạt chỉ tiêu", "UBND Phường Điện Biên Phủ",
      "1.004873",
      "phù hợp, chưa ký", #"id="map-districts-title""#, #"id="map-communes-title""#, "Điện Biên Phủ", "Xã 0",
      "28/02/2026", "31/03/2025",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    // Who lacks most comes first.
    let first = try #require(text.range(of: "H18.101<")?.lowerBound)
    let second = try #require(text.range(of: "H18.107<")?.lowerBound)
    #expect(first < second)
    #expect(!text.contains("{{") && !text.contains("style="))
  }

  @Test("another day shows the register of that day, in English too")
  func day() async throws {
    let text = try await Trial().answer("/adoption?on=2026-01-31&lang=en").text
    #expect(text.contains("0 of 10 procedures, target 60%") && text.contains("less than half of it"))
    let before = try await Trial().answer("/adoption?on=2024-01-31&lang=en").text
    #expect(before.contains("no target yet"))
    for bad in ["x", "2026-02-30", "31/01/2026"] {
      let answer = try await Trial().answer("/adoption?on=\(bad)")
      #expect(answer.status == 400 && answer.text.contains("Ngày có dạng"))
    }
    #expect(try await Trial().answer("/adoption?on=0000-01-01").status == 200)
    #expect(try await Trial().answer("/adoption?on=9999-12-31").status == 200)
  }

  @Test("without a register the page says so")
  func none() async throws {
    let empty = AdoptionBook(register: nil, communes: [], registry: SampleRules.registry)
    let trial = try await Trial(adoption: empty)
    #expect(try await trial.answer("/adoption").text.contains("Chưa có danh mục thủ tục"))
    #expect(try await trial.answer("/api/v1/adoption").text.contains(#""register":false"#))
    #expect(try await !trial.answer("/").text.contains("so với chỉ tiêu"))
  }

  @Test("programs get the same counts")
  func json() async throws {
    let text = try await Trial().answer("/api/v1/adoption").text
    for words in [
      #""level":"commune","source":"Plan""#, #""served":6"#, #""share_percent":60"#, #""target_percent":60"#,
      #""agency":"H18.101""#, #""missing":1"#, #""procedure":"1.004873","standing":"suitable""#,
      #""district":"094""#, #""on":"2026-02-28""#,
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("a lead sees the own agency's procedures alone, and no map")
  func lead() async throws {
    let trial = try await Trial(access: Trial.access())
    let guest = try await Guest.loggedIn(as: "minh", at: trial)
    for path in ["/adoption", "/api/v1/adoption", "/", "/api/v1/overview"] {
      let text = try await guest.get(path).text
      #expect(!text.contains("H18.101") && !text.contains("<svg class=\"map\""), "\(path)")
      #expect(text.contains("80"), "\(path)")
    }
    #expect(try await guest.get("/adoption").text.contains("4 trong 5 thủ tục"))
    let post = try await Guest.loggedIn(as: "buu-ta", at: trial)
    #expect(try await !post.get("/").text.contains("so với chỉ tiêu"))
    #expect(try await !post.get("/api/v1/overview").text.contains("adoption"))
  }

  @Test("the overview holds adoption against its target")
  func overview() async throws {
    let text = try await Trial().answer("/").text
    #expect(text.contains(#"<a href="/adoption">Cấp xã, chỉ tiêu 60%</a></dt><dd>60% ✓</dd>"#))
    #expect(try await Trial().answer("/?lang=en").text.contains(#"<a href="/adoption?lang=en">Commune, target 60%"#))
  }

  @Test("the names of agencies cannot break out of the page")
  func escaping() async throws {
    var agencies = SampleRules.registry.agencies
    agencies[code("H18.101")] = Agency(name: "<script>\"'", level: .commune, district: "094")
    let registry = Registry(
      agencies: agencies, procedures: [:], offices: SampleRules.registry.offices,
      districts: ["094": District(name: "<script>x"), "099": District(name: "&<b>")])
    let service = PostalService(agency: code("H18.101"), procedure: code("1.004873"), survey: .suitable)
    let commune = MappedCommune(
      code: "1", name: "<script>y", latitude: 21, longitude: 103, district: "094", agency: code("H18.101"))
    let book = AdoptionBook(
      register: ServiceRegister(services: [service], targets: []), communes: [commune], registry: registry)
    let text = try await Trial(registry: registry, adoption: book).answer("/adoption").text
    #expect(!text.contains("<script>") && text.contains("&lt;script&gt;"))
  }
}
