/// What ends a command of its own accord.
enum CommandError: CommandFailure, Hashable {
  /// A file could not be opened.
  case noInput(path: String, reason: String)
  /// Reading failed on the way.
  case unreadable(path: String, reason: String)
  /// A line is not what the command reads.
  case wrongLine(path: String, line: Int, problem: String)
  /// An argument names what the configuration does not know.
  case unknown(String)
  /// An argument names what is not there.
  case unlisted(String)
  /// A program that is needed is not there, or does not do its work.
  case unavailable(String)
  /// Writing the result failed.
  case unwritable(reason: String)
  /// Whoever read the result has gone: nothing to say.
  case readerGone
  /// All was said already, as it was found.
  case reported(ExitStatus)

  var lines: [String] {
    switch self {
    case .noInput(let path, let reason): ["\(path) can't be opened: \(reason). Correct the path or its permissions."]
    case .unreadable(let path, let reason): ["\(path) can't be read on: \(reason). Look at the device it lies on."]
    case .wrongLine(let path, let line, let problem): ["\(path):\(line): \(problem)"]
    case .unknown(let what): ["\(what). Correct it, or name another configuration with --config."]
    case .unlisted(let what): [what]
    case .unavailable(let what): ["\(what)."]
    case .unwritable(let reason): ["The result can't be written: \(reason). Make room or write elsewhere."]
    case .readerGone, .reported: []
    }
  }

  var status: ExitStatus {
    switch self {
    case .noInput: .noInput
    case .unreadable, .unwritable: .inputOutput
    case .wrongLine, .unknown, .unlisted: .data
    case .unavailable: .unavailable
    case .readerGone: .done
    case .reported(let status): status
    }
  }
}
