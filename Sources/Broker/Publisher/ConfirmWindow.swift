/// Which of a run of messages have been sent, and what the broker said of each.
struct ConfirmWindow {
  private let messages: [OutgoingMessage]
  /// The broker numbers messages from 1 on a channel; this is the number of the first of these.
  private let firstTag: UInt64
  private var answers: [PublishOutcome?]
  private var returns: [Int: PublishOutcome] = [:]
  private var sent = 0
  private var decided = 0
  /// All before it are decided.
  private var frontier = 0

  init(messages: [OutgoingMessage], firstTag: UInt64) {
    self.messages = messages
    self.firstTag = firstTag
    answers = Array(repeating: nil, count: messages.count)
  }

  var isDecided: Bool { decided == messages.count }

  /// What was said of each; complete when ``isDecided``.
  var outcomes: [PublishOutcome] { answers.compactMap(\.self) }

  /// Whether another may be sent with at most so many under way.
  func maySend(atMost limit: Int) -> Bool { sent < messages.count && sent - decided < limit }

  /// The next message to send, if another may be under way.
  mutating func next(atMost limit: Int) -> OutgoingMessage? {
    guard maySend(atMost: limit) else { return nil }
    defer { sent += 1 }
    return messages[sent]
  }

  /// Heeds a confirm or a refusal.
  mutating func decide(_ tag: UInt64, isMultiple: Bool, _ outcome: PublishOutcome) throws(BrokerError) {
    guard tag >= firstTag, let place = Int(exactly: tag - firstTag), place < sent else {
      throw .protocolViolated(reason: "a confirm for message \(tag), which is not under way")
    }
    for place in (isMultiple ? frontier : place)..<(place + 1) where answers[place] == nil {
      answers[place] = returns.removeValue(forKey: place) ?? outcome
      decided += 1
    }
    while frontier < sent && answers[frontier] != nil { frontier += 1 }
  }

  /// Heeds a message that came back; its confirm follows.
  ///
  /// The broker doesn't say which one it was. Those of the same exchange, key and id share their fate, so the first of them
  /// that is undecided is taken.
  mutating func returned(_ message: ReturnedMessage) {
    let place = (frontier..<sent).first { place in
      answers[place] == nil && returns[place] == nil && messages[place].routingKey == message.routingKey
        && messages[place].exchange == message.exchange && messages[place].messageID == message.messageID
    }
    if let place { returns[place] = .returned(code: message.code, text: message.text) }
  }
}
