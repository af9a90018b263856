import TestSupport
import Testing

@Suite("calendar due")
struct CalendarDueTests {
  /// A question on the command line, and the answer in JSON.
  struct Question: CustomTestStringConvertible {
    let arguments: String
    let due: String?
    let lastDay: String?

    init(_ arguments: String, due: String?, lastDay: String? = nil) {
      self.arguments = arguments
      self.due = due
      self.lastDay = lastDay
    }

    var testDescription: String { arguments }
  }

  static let questions = [
    // Day zero is the day of receipt, whatever the hour (domain rules, Civil Code art. 147).
    Question("2026-03-02T16:00 --working-days 5", due: "2026-03-10T00:00:00+07:00", lastDay: "2026-03-09"),
    Question("2026-03-02 --working-days 0", due: "2026-03-03T00:00:00+07:00", lastDay: "2026-03-02"),
    Question("2026-03-02 --working-days 1.5", due: "2026-03-05T00:00:00+07:00", lastDay: "2026-03-04"),
    // The whole week of Tết is off.
    Question("2026-02-13T09:00:00Z --working-days 1", due: "2026-02-24T00:00:00+07:00", lastDay: "2026-02-23"),
    // Plain days roll on from a Sunday.
    Question("2026-03-02 --days 6", due: "2026-03-10T00:00:00+07:00", lastDay: "2026-03-09"),
    // Used up at closing time, and not at the next opening.
    Question("2026-03-02T07:30 --working-hours 4", due: "2026-03-02T11:30:00+07:00"),
    Question("2026-03-02T16:30:00 --working-hours 1.5", due: "2026-03-03T08:30:00+07:00"),
    Question("2026-03-02T16:30 --hours 0.5", due: "2026-03-02T17:00:00+07:00"),
    // Pauses that overlap count once.
    Question(
      "2026-03-02T08:00 --hours 2 --pause 2026-03-02T08:30/2026-03-02T09:30 --pause 2026-03-02T09:00/2026-03-02T10:00",
      due: "2026-03-02T11:30:00+07:00"),
    Question("2026-03-02T08:00 --hours 2 --pause 2026-03-02T09:00/", due: nil),
    Question("2026-03-02T08:00 --working-days 2 --pause 2026-03-02T09:00/..", due: nil),
  ]

  @Test("a term ends when the law says", arguments: questions)
  func due(_ question: Question) async throws {
    let outcome = try await Tool.run(
      ["calendar", "due", "--json"] + question.arguments.split(separator: " ").map(String.init))
    let due = question.due.map { #""\#($0)""# } ?? "null"
    let lastDay = question.lastDay.map { #""\#($0)""# } ?? "null"
    #expect(outcome.output.hasPrefix(#"{"due":\#(due),"last_day":\#(lastDay),"start":"2026-0"#))
    #expect(outcome.status == 0)
  }

  @Test("starts read from standard input are answered one line each")
  func many() async throws {
    let outcome = try await Tool.run(
      "calendar", "due", "-", "--working-days", "1", "--json",
      input: "2026-03-02\n2026-03-06T10:00:00+07:00\r\n\n2026-03-07T10:00")
    #expect(
      outcome.lines == [
        #"{"due":"2026-03-04T00:00:00+07:00","last_day":"2026-03-03","start":"2026-03-02T00:00:00+07:00"}"#,
        #"{"due":"2026-03-10T00:00:00+07:00","last_day":"2026-03-09","start":"2026-03-06T10:00:00+07:00"}"#,
        #"{"due":"2026-03-10T00:00:00+07:00","last_day":"2026-03-09","start":"2026-03-07T10:00:00+07:00"}"#,
      ])
  }

  @Test("a line that is no start ends it with its number, after the answers before it")
  func wrongLine() async throws {
    let outcome = try await Tool.run(
      "calendar", "due", "-", "--hours", "1", "--json", input: "2026-03-02\n2026-02-30\n2026-03-03\n")
    #expect(outcome.status == 65)
    #expect(outcome.lines.count == 1)
    #expect(outcome.errors.hasPrefix("dossierctl: -:2: expected an instant such as"))
    #expect(outcome.errors.hasSuffix("found '2026-02-30'.\n"))
  }

  @Test("people get a table")
  func table() async throws {
    let outcome = try await Tool.run("calendar", "due", "2026-03-02", "--working-days", "1")
    #expect(
      outcome.lines == [
        "START                      DUE                        LAST DAY",
        "2026-03-02T00:00:00+07:00  2026-03-04T00:00:00+07:00  2026-03-03",
      ])
  }

  @Test(
    "wrong usage is refused with 64",
    arguments: [
      "2026-03-02", "2026-03-02 --days 1 --hours 1", "2026-03-02 --days -1", "2026-03-02 --days=-1",
      "2026-03-02 --days nan", "2026-03-02 --days 1e3", "2026-03-02 --hours 1000001", "2026-13-02 --days 1",
      "2026-03-02 --days 1 --agency Z18", "2026-03-02 --days 1 --pause 2026-03-03",
      "2026-03-02 --days 1 --pause 2026-03-03/2026-03-02", "--days 1",
    ])
  func usage(_ arguments: String) async throws {
    let outcome = try await Tool.run(["calendar", "due"] + arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: "))
  }

  @Test("an agency that the registry does not know is refused with 65")
  func unknownAgency() async throws {
    let outcome = try await Tool.run("calendar", "due", "2026-03-02", "--days", "1", "--agency", "A01.999")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("A01.999 is not in the registry"))
  }
}
