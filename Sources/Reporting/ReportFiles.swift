public import Dossiers
import Foundation
public import Mail

/// The files of a report, and the words of the mail that brings them.
public struct ReportFiles: Sendable {
  /// A file.
  public struct File: Sendable, Hashable {
    /// Its name, without a path.
    public let name: String
    /// Its media type.
    public let type: String
    /// What is in it.
    public let bytes: [UInt8]

    /// A file of these parts.
    public init(name: String, type: String, bytes: [UInt8]) {
      self.name = name
      self.type = type
      self.bytes = bytes
    }
  }

  /// The page that prints on A4.
  public let page: File
  /// The figures as a table.
  public let table: File
  /// The figures as JSON.
  public let json: File
  private let words: RenderedMail

  /// The files of `report`, the page in `language`; `hasPDF` tells the reader of the mail whether the page is there as a
  /// PDF file too.
  /// - Throws: `MailError.template` where there is no such template, or whatever the encoder throws.
  public init(
    _ report: InspectionReport, _ language: ReportLanguage, _ templates: MailTemplates, hasPDF: Bool = false
  ) throws {
    let stated = StatedReport(report)
    let name = "inspection-\(ReportedPeriod(report.period).fileName)"
    words = try ReportPage(report, language, hasPDF: hasPDF).rendered(templates)
    page = File(name: "\(name)-\(language.rawValue).html", type: "text/html", bytes: Array(words.html.utf8))
    table = File(name: "\(name).csv", type: "text/csv", bytes: stated.csv())
    json = File(name: "\(name).json", type: "application/json", bytes: Array(try stated.json()))
  }

  /// The page, the table and the JSON.
  public var all: [File] { [page, table, json] }

  /// The mail that brings them, and `pdf` where there is one.
  /// - Throws: `MailError` where a part of it cannot stand in a mail.
  public func message(
    from sender: Mailbox, to receiver: Mailbox, id: MessageID, written: Instant, pdf: File? = nil
  ) throws(MailError) -> MailMessage {
    var attachments: [MailAttachment] = []
    for file in [page] + [pdf].compactMap(\.self) + [table, json] {
      attachments.append(try MailAttachment(name: file.name, type: file.type, bytes: file.bytes))
    }
    // The page itself would lose its style and its drawings in a mail program: it is a file to open and print.
    let html =
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><div style=\"white-space: pre-line\">"
      + words.text.harmless.htmlEscaped + "</div></body></html>"
    return try MailMessage(
      from: sender, to: receiver, subject: words.subject, text: words.text, html: html, attachments: attachments,
      id: id, date: Date(timeIntervalSince1970: Double(written.microseconds) / 1_000_000),
      headers: [
        try MailHeader("Auto-Submitted", "auto-generated"), try MailHeader("X-Auto-Response-Suppress", "All"),
      ])
  }
}
