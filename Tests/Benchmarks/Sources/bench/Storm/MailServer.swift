import Foundation

/// The mail server of the tests, which keeps each mail as a file.
struct MailServer: Sendable {
  let port: Int
  private let child: Child
  private let folder: String

  init(_ bench: Workbench) async throws {
    folder = try bench.folder("mails")
    child = try Child(bench.places.smtpSink, ["--maildir", folder])
    let greeting = try await child.hear("listening ", within: .seconds(20)).text
    guard let port = greeting.split(separator: " ").last.flatMap({ Int($0) }) else {
      throw BenchError.unsaid(program: "smtp-sink", expected: "listening PORT", said: [greeting])
    }
    self.port = port
  }

  /// Throws unless there is one mail for each of so many receivers.
  func checkOneEach(of receivers: Int) throws {
    let mails = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".eml") }
    let addressed = try Set(
      mails.compactMap { name in
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\r\n").first {
          $0.hasPrefix("X-Envelope-To: ")
        }
      })
    guard mails.count == receivers, addressed.count == receivers else {
      throw BenchError.mails(expected: receivers, found: mails.count)
    }
  }

  func stop() async {
    _ = try? await child.stop(within: .seconds(10))
  }
}
