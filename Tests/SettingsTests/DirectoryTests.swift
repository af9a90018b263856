import Dossiers
import TestSupport
import Testing

@testable import Settings

@Suite("The directory") struct DirectoryTests {
  private func mailed(_ receiver: String, on date: String = "2026-03-02", _ settings: Settings) throws -> [String] {
    settings.directory.mailbox(
      of: try #require(ReceiverID(receiver)), on: day(date), in: settings.rules.registry
    ).map { [$0.address] } ?? []
  }

  @Test(
    "has a lead and a head for every agency, and who there is once",
    arguments: [
      ("lead/H18.101", "mot-cua.h18.101"), ("head/H18.101", "lanh-dao.h18.101"),
      ("head/000.00.04.H18", "lanh-dao.000.00.04.h18"), ("lead/000.00.22.H18", "giam-sat"),
      ("head/000.00.22.H18", "lanh-dao.000.00.22.h18"), ("provincial-post", "buu-dien-tinh"),
      ("peoples-committee", "van-phong-ubnd"), ("operator", "van-hanh"),
    ])
  func roles(_ receiver: String, _ address: String) throws {
    #expect(try mailed(receiver, Trial.shipped()) == ["\(address)@dienbien.example.org"])
  }

  @Test("a merged agency's mails are its successor's from the day on which that takes over")
  func mergers() throws {
    let settings = try Trial.shipped()
    for (role, office) in [("lead", "mot-cua"), ("head", "lanh-dao")] {
      let old = "\(role)/000.02.31.H18"
      #expect(try mailed(old, on: "2025-06-30", settings) == ["\(office).000.02.31.h18@dienbien.example.org"])
      #expect(try mailed(old, on: "2025-07-01", settings) == ["\(office).h18.101@dienbien.example.org"])
    }
  }

  @Test("the operator stands in where nobody is named, and that is known")
  func operatorStandsIn() throws {
    let settings = try Trial.shipped()
    for receiver in ["lead/H01.1", "head/H01.1", "night-watch", "responsible"] {
      #expect(try mailed(receiver, settings) == ["van-hanh@dienbien.example.org"])
      let id = try #require(ReceiverID(receiver))
      #expect(!settings.directory.names(id, on: day("2026-03-02"), in: settings.rules.registry))
    }
    #expect(settings.directory.names(ReceiverID(.operator), on: day("2026-03-02"), in: settings.rules.registry))
  }

  @Test("what the table of leads lacks is warned of, and falls to the operator")
  func missing() throws {
    let table = """
      for,name,mail,language
      commune,Một cửa {name},{code}@example.org,vi
      operator,Vận hành,van-hanh@example.org,en
      """
    let settings = try Trial.load(replacing: ["registry/leads.csv": .whole(table)])
    let said = settings.warnings.filter { $0.file.hasSuffix("leads.csv") }
    let lacking = said.filter { $0.advice.contains("the operator") }
    #expect(lacking.count == 3 + 4 + 2 && said.allSatisfy { $0.line == 2 })
    #expect(said.contains { $0.found == "there is no line for 'peoples-committee'" })
    #expect(said.contains { $0.found.hasSuffix("agencies of the level 'commune' have no head") })
    #expect(try mailed("head/H18.101", settings) == ["van-hanh@example.org"])
    #expect(try mailed("provincial-post", settings) == ["van-hanh@example.org"])
    #expect(try mailed("lead/H18.101", settings) == ["h18.101@example.org"])
  }

  @Test("addresses that no mail can reach are warned of: those of leads, and the sender's at a mail server elsewhere")
  func reserved() throws {
    let table = """
      for,name,mail,language
      operator,Vận hành,%@,vi
      """
    func warned(_ address: String, _ environment: [String: String] = [:]) throws -> [String] {
      let text = table.replacing("%@", with: address)
      return try Trial.load(replacing: ["registry/leads.csv": .whole(text)], environment: environment).warnings
        .filter { $0.advice.contains("address") || $0.advice.contains("no mail") }.map(\.found)
    }
    for address in ["ops@example.org", "ops@mail.Example.COM", "ops@dossiers.test", "ops@localhost"] {
      #expect(try warned(address) == ["1 of 1 lines have an address that is an example's"], "\(address)")
    }
    for address in ["ops@dienbien.gov.vn", "ops@example.gov.vn", "ops@myexample.org"] {
      #expect(try warned(address).isEmpty, "\(address)")
    }
    let elsewhere = ["DOSSIERD_MAIL_HOST": "smtp.dienbien.gov.vn", "DOSSIERD_MAIL_SECURITY": "tls"]
    #expect(
      try warned("ops@dienbien.gov.vn", elsewhere) == [
        "mails come from dossierd@localhost, which is no address elsewhere"
      ])
  }

  @Test("somebody must be the operator")
  func noOperator() throws {
    let problems = try Trial.problems(["registry/leads.csv": .text("operator,,", by: "H18.101,,")])
    #expect(
      problems.count == 1
        && problems[0].hasPrefix("registry/leads.csv:1: error: expected a line for 'operator', found none"),
      "\(problems)")
  }

  @Test("a deputy is written to from the first to the last day of an absence, in the language of who is absent")
  func deputies() throws {
    let absences = """
      for,role,from,until,name,mail
      H18.101,head,2026-03-02,2026-03-06,Phó Chủ tịch,pho@example.org
      H18.101,head,2026-03-07,2026-03-08,Chánh Văn phòng,chanh@example.org
      operator,,2026-03-02,2026-03-02,Trực thay,truc@example.org
      night-watch,,2026-03-02,2026-03-02,Trực đêm thay,dem@example.org
      """
    let receiver =
      "receivers:\n  night-watch: { name: Night watch, mail: a@example.org, language: en }\n"
    let settings = try Trial.load(replacing: [
      "registry/absences.csv": .whole(absences), "routing.yaml": .text("receivers: {}\n", by: receiver),
    ])
    for (date, address) in [
      ("2026-03-01", "lanh-dao.h18.101@dienbien.example.org"), ("2026-03-02", "pho@example.org"),
      ("2026-03-06", "pho@example.org"), ("2026-03-07", "chanh@example.org"),
      ("2026-03-09", "lanh-dao.h18.101@dienbien.example.org"),
    ] {
      #expect(try mailed("head/H18.101", on: date, settings) == [address])
      #expect(try mailed("lead/H18.101", on: date, settings) == ["mot-cua.h18.101@dienbien.example.org"])
    }
    // The successor's absence counts for what was the old agency's, and the operator's for what falls to him.
    #expect(try mailed("head/000.02.31.H18", settings) == ["pho@example.org"])
    #expect(try mailed("head/H01.1", settings) == ["truc@example.org"])
    #expect(try mailed("night-watch", on: "2026-03-03", settings) == ["a@example.org"])
    let deputy = settings.directory.mailbox(
      of: try #require(ReceiverID("night-watch")), on: day("2026-03-02"), in: settings.rules.registry)
    #expect(deputy?.inPlaceOf == "Night watch" && deputy?.language == .english)
  }

  @Test("the table of absences may be left out")
  func noAbsences() throws {
    let settings = try Trial.load(replacing: ["registry/absences.csv": .missing])
    #expect(settings.directory == (try Trial.shipped()).directory)
  }

  @Test("a receiver with a webhook alone is mailed to nobody, and of its address only the server is shown")
  func webhook() throws {
    let receiver = """
      receivers:
        sms:
          webhook: { url: "https://sms.example.org:8443/send?token=1", secret-file: sms.key, ca-file: dossierd.yaml }

      """
    let settings = try Trial.load(replacing: [
      "routing.yaml": .text("receivers: {}\n", by: receiver), "sms.key": .whole("hidden\n"),
    ])
    let sms = try #require(ReceiverID("sms"))
    let webhook = try #require(settings.directory.webhook(of: sms))
    #expect(webhook.url == "https://sms.example.org:8443/send?token=1" && webhook.secret.revealed == "hidden")
    #expect(webhook.server == "https://sms.example.org:8443")
    #expect(webhook.caFile?.hasSuffix("/dossierd.yaml") == true)
    #expect(try mailed("sms", settings).isEmpty)
    #expect(settings.directory.names(sms, on: day("2026-03-02"), in: settings.rules.registry))
    #expect(settings.directory.webhook(of: ReceiverID(.operator)) == nil)
  }
}
