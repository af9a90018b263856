import Logging

/// One thing to log: what happened, and its fields by name.
struct LogLine {
  let level: Logger.Level
  let message: String
  /// The fields in the order of their names; one of several values stands there once for each.
  let fields: [(name: String, value: String)]

  init(_ event: LogEvent, _ metadata: Logger.Metadata) {
    level = event.level
    message = event.message.description
    fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }.flatMap { name, value in
      LogLine.values(of: value).map { (name, $0) }
    }
  }

  /// What a person reads: the message, and the fields behind it.
  var text: String {
    guard !fields.isEmpty else { return message }
    return "\(message) (\(fields.map { "\($0.name): \($0.value)" }.joined(separator: ", ")))"
  }

  private static func values(of value: Logger.MetadataValue) -> [String] {
    if case .array(let values) = value { values.flatMap(values(of:)) } else { [value.description] }
  }
}

extension Logger.Level {
  /// The priority by syslog's numbers, which systemd goes by.
  var priority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
