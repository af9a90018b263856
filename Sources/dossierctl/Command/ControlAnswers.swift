import Daemon

/// What came of asking the daemon, shown as it comes.
struct ControlAnswers: ~Copyable {
  private var output = Output()
  private let isJSON: Bool
  private var failed = false

  init(isJSON: Bool) { self.isJSON = isJSON }

  /// Asks for one thing and shows what came of it.
  static func ask(_ request: ControlRequest, _ common: CommonOptions) async throws {
    var answers = ControlAnswers(isJSON: common.json)
    try answers.add(try await ControlClient(common.settings()).ask(request))
    try answers.finish()
  }

  /// Shows an answer; `subject` says what it is about where there are several.
  mutating func add(_ reply: ControlReply, about subject: String? = nil) throws {
    let message = subject.map { "\($0): \(reply.message)" } ?? reply.message
    if isJSON {
      try output.json(Answer(done: reply.isDone, told: reply.told))
      if !reply.isDone { Diagnostics.say("dossierctl: \(message)") }
    } else if reply.isDone {
      try output.sentence(message)
    } else {
      Diagnostics.say("dossierctl: \(message)")
    }
    failed = failed || !reply.isDone
  }

  /// Writes all out, and ends the command as what was asked went.
  mutating func finish() throws {
    try output.flush()
    if failed { throw CommandError.reported(.data) }
  }

  private struct Answer: Encodable {
    let done: Bool
    let told: [String]
  }
}
