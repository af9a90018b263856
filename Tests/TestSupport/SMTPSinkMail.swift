public import Foundation

/// A mail as Python's `email` package reads it.
public struct SMTPSinkMail: Sendable, Decodable {
  /// A part that holds no others.
  public struct Part: Sendable, Decodable {
    /// The media type.
    public let type: String
    /// The file's name, or nothing.
    public let name: String
    /// The text, LF at line ends; empty where the part is no text.
    public let text: String
    /// The content.
    public let bytes: Data
  }

  /// The header fields, decoded; `X-Envelope-From`, `X-Envelope-To` and `X-Connection` are the server's.
  public let headers: [String: String]
  /// The name before the sender's address.
  public let fromName: String
  /// The name before the recipient's address.
  public let toName: String
  /// The media type of the whole.
  public let type: String
  /// The parts in their order.
  public let parts: [Part]
  /// What is wrong with the mail by the standards; empty is well.
  public let defects: [String]

  /// The text of the first part of `type`.
  public func text(of type: String = "text/plain") -> String? {
    parts.first { $0.type == type }?.text
  }

  /// The mails of a folder in the order of their coming; none where there is no folder.
  /// - Throws: what starting Python or decoding its answer throws.
  public static func all(in maildir: URL) throws -> [SMTPSinkMail] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: maildir.path)) ?? []
    return try names.filter { $0.hasSuffix(".eml") }.sorted().map {
      try SMTPSinkMail(file: maildir.appending(path: $0))
    }
  }

  /// The mail in `file`.
  /// - Throws: what starting Python or decoding its answer throws.
  public init(file: URL) throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = SMTPSink.script
    process.arguments = ["--show", file.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.start()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    self = try JSONDecoder().decode(SMTPSinkMail.self, from: data)
  }

  /// The mail that `bytes` are.
  /// - Throws: what writing a file, starting Python or decoding its answer throws.
  public init(bytes: [UInt8]) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).eml")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try self.init(file: file)
  }
}
