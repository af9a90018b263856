public import Dossiers
public import Store

/// What an operator asks of the running daemon, one line of JSON over the local socket.
public enum ControlRequest: Sendable, Hashable, Codable {
  /// Say how the daemon is.
  case status
  /// Try a parked message again.
  case replayParked(Int64)
  /// Throw a parked message away.
  case discardParked(Int64)
  /// Take an event in the operator's own name: its body as the contract has it, whose source and id are set anew, and
  /// the operator's reason.
  case tell(body: [UInt8], why: String)
  /// Take an event back, for the contract's reason and the operator's own.
  case void(source: String, id: String, reason: String, why: String)
  /// Let a closure end: it is taken back, and told again with its end.
  case endClosure(source: String, id: String, until: Instant, why: String)
  /// Hold back escalation and repeats of an alert, as the operator has it in hand.
  case acknowledge(Int64)
  /// Tell nobody of alerts that meet all matchers, for the operator's reason.
  case silence([Matcher], reason: String, from: Instant, until: Instant)
  /// End a silence now.
  case expireSilence(Int64)
  /// Keep what agencies received by all ways.
  case importTotals([ReceivedTotal])
  /// Owe the report over some days, made of what was recorded by an instant, to these receivers; also once more.
  case beginReport(from: LocalDate, to: LocalDate, receivers: [ReceiverID], known: Instant, again: Bool)
  /// Keep what became of a report's mail.
  case reportMailed(Int64, ReportMail.Outcome)
  /// Move a portion of what is over, and was not heard of since an instant, to the archive.
  case archive(before: Instant, after: Int64, limit: Int)
}

extension ControlRequest {
  /// What is asked, in a word for the log.
  var name: String {
    switch self {
    case .status: "status"
    case .replayParked(let number): "parked replay \(number)"
    case .discardParked(let number): "parked discard \(number)"
    case .tell: "event add"
    case .void: "event void"
    case .endClosure: "closure end"
    case .acknowledge(let number): "ack \(number)"
    case .silence: "silence add"
    case .expireSilence(let number): "silence expire \(number)"
    case .importTotals(let totals): "import totals, \(totals.count) of them"
    case .beginReport(let first, let last, _, _, _): "report mail \(first)/\(last)"
    case .reportMailed(let number, _): "report mailed \(number)"
    case .archive(let before, _, _): "archive of what was not heard of since \(before.rfc3339)"
    }
  }
}

extension ControlRequest {
  /// The operator's own reason, where one is asked for.
  var why: String? {
    switch self {
    case .tell(_, let why), .void(_, _, _, let why), .endClosure(_, _, _, let why), .silence(_, let why, _, _): why
    case .status, .replayParked, .discardParked, .acknowledge, .expireSilence, .importTotals, .beginReport,
      .reportMailed, .archive:
      nil
    }
  }
}

/// What the daemon answers.
public struct ControlReply: Sendable, Hashable, Codable {
  /// Whether it was done.
  public let isDone: Bool
  /// What was done, or why not, in a sentence.
  public let message: String
  /// The events that were told, by source and id.
  public let told: [String]
  /// How the daemon is, where that was asked.
  public let status: DaemonStatus?
  /// What was moved to the archive; nil where nothing of the kind was asked.
  public let archived: ArchivedPortion?

  /// An answer.
  public init(
    isDone: Bool, message: String, told: [String] = [], status: DaemonStatus? = nil, archived: ArchivedPortion? = nil
  ) {
    self.status = status
    self.isDone = isDone
    self.message = message
    self.told = told
    self.archived = archived
  }
}
