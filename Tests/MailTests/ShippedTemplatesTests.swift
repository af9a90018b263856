import Foundation
import Mail
import Testing

/// The templates of `config/templates`, as they are delivered.
struct ShippedTemplatesTests {
  static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "config/templates")

  private let templates: MailTemplates

  init() throws {
    templates = try MailTemplates(directory: ShippedTemplatesTests.folder.path)
  }

  private let alert: TemplateValue = [
    "subject_code": "H18.101-260302-0001", "clock": "Trả kết quả cho công dân", "clock_en": "Return of the result",
    "delay": "quá hạn 3 ngày làm việc", "delay_en": "3 working days overdue",
    "procedure": "Cấp bản sao trích lục hộ tịch <&>", "agency": "", "has_dossiers": true,
    "dossiers": ["H18.101-260302-0001", "H18.101-260302-0002"], "has_items": true, "items": ["EA123456785VN"],
    "last_day": "05/03/2026", "due": "", "is_provisional": true, "since": "09:00 03/03/2026", "stage": "Đang phát",
    "stage_en": "out for delivery",
    "last_seen": "bưu cục Mường Phăng, 08:15 06/03/2026", "office": "Mường Phăng (381100)",
    "hint": "Gọi bưu cục Mường Phăng hỏi chuyến thư ngày 06/03.",
    "hint_en": "Call the office about the round of 6 March.",
    "has_pieces": true,
    "pieces": [
      [
        "mark": "‖", "is_paused": true, "when": "04/03/2026", "why": "tạm dừng <&>", "why_en": "paused",
        "law": "Điều 7", "law_en": "art. 7",
      ],
      [
        "mark": "+", "is_paused": false, "when": "05/03/2026", "why": "được tính", "why_en": "counted", "law": "",
        "law_en": "",
      ],
    ],
    "term_law": "Điều 3", "term_law_en": "art. 3", "total": "1 ngày làm việc", "total_en": "1 day of working time",
    "moves": [["text": "Lịch mới dời hạn.", "text_en": "A new calendar moved it."]],
    "command": "dossierctl dossier H18.101-260302-0001",
  ]

  private var values: [String: TemplateValue] {
    [
      "agency": "UBND Phường Điện Biên Phủ", "recipient": "lãnh đạo Bộ phận Một cửa", "sent_at": "07:30 10/03/2026",
      "reason": "Một thời hạn vừa bị quá hạn.", "reason_en": "A deadline has just been missed.", "count": 8,
      "summary": [
        ["text": "2 quá hạn (nặng nhất 3 ngày)", "text_en": "2 overdue"],
        ["text": "1 sắp quá hạn", "text_en": "1 due soon"],
      ],
      "breaches_count": 2, "warnings_count": 1, "worst_delay": "3 ngày", "has_notes": true,
      "notes": [
        ["text": "Bưu cục Mường Phăng im lặng từ 08:15 06/03/2026.", "text_en": "The office has been silent."]
      ],
      "has_breaches": true, "breaches": [alert, alert], "has_warnings": true, "warnings": [alert], "has_lost": true,
      "lost": [alert], "has_changed": true, "changed": [alert], "has_resolved": true, "resolved": [alert],
      "has_retracted": true, "retracted": [alert],
    ]
  }

  @Test("a lead's mail says agency, counts and worst delay in its subject")
  func subject() throws {
    #expect(try templates.render("alerts", values).subject == Sample.subject)
    let tagged = values.merging(["tag": "Nhắc lại"]) { _, new in new }
    #expect(
      try templates.render("alerts", tagged).subject.hasPrefix(
        "[Hồ sơ bưu chính] Nhắc lại: UBND Phường Điện Biên Phủ: 2"))
  }

  @Test("plain text and HTML both tell of every alert, Vietnamese first")
  func bodies() throws {
    let mail = try templates.render("alerts", values)
    #expect(mail.text.contains("* H18.101-260302-0001: Trả kết quả cho công dân - quá hạn 3 ngày làm việc"))
    #expect(mail.text.contains("Hồ sơ / Dossiers: H18.101-260302-0001, H18.101-260302-0002\n"))
    #expect(mail.text.contains("Cấp bản sao trích lục hộ tịch <&>"))
    #expect(mail.html.contains("Cấp bản sao trích lục hộ tịch &lt;&amp;&gt;"))
    #expect(mail.html.components(separatedBy: "class=\"card\"").count == 8)
    #expect(
      mail.text.contains("  ‖ 04/03/2026: tạm dừng <&> (Điều 7)\n    paused (art. 7)\n  + 05/03/2026: được tính\n"))
    #expect(mail.html.contains("+ 05/03/2026: được tính<br>") && mail.html.contains("tạm dừng &lt;&amp;&gt;</b>"))
    #expect(mail.text.contains("05/03/2026 (tạm tính / provisional)\n") && mail.html.contains("(tạm tính <span"))
    #expect(!mail.html.contains("{{") && !mail.text.contains("{{") && !mail.html.contains("http"))
  }

  @Test("an operator's mail says since when we are deaf")
  func deaf() throws {
    let mail = try templates.render(
      "deaf",
      ["broker": "amqp.example.org", "since": "08:15 10/03/2026", "error": "connection refused", "sent_at": "08:20"])
    #expect(mail.subject == "[Hồ sơ bưu chính] Không nghe được hàng đợi từ 08:15 10/03/2026")
    #expect(mail.text.contains("amqp.example.org") && mail.html.contains("amqp.example.org"))
  }

  @Test("every value that a template names is told of in README.md")
  func documented() throws {
    let readme = try String(contentsOf: ShippedTemplatesTests.folder.appending(path: "README.md"), encoding: .utf8)
    for file in try FileManager.default.contentsOfDirectory(atPath: ShippedTemplatesTests.folder.path) {
      let text = try String(contentsOf: ShippedTemplatesTests.folder.appending(path: file), encoding: .utf8)
      guard file.hasSuffix(".mustache") else { continue }
      for match in text.matches(of: /\{\{[#^\/]?([a-z_]+)\}\}/) {
        #expect(readme.contains("`\(match.1)`"), "\(file) names \(match.1)")
      }
    }
  }
}
