/// Why something could not be measured.
enum BenchError: Error, CustomStringConvertible {
  /// A program ended with a status other than zero, or was ended because it took too long.
  case failed(program: String, status: Int32, said: [String])
  /// A program ended without having said what was waited for.
  case unsaid(program: String, expected: String, said: [String])
  /// Somebody got more mails, or fewer, than one.
  case mails(expected: Int, found: Int)
  /// A file has not the part that is to be changed in it.
  case unlike(file: String, expected: String)
  /// The store did not get as far as it should in time.
  case stuck(what: String, reached: Int, expected: Int)
  /// A page was not answered as it should.
  case page(path: String, found: String)
  /// Something that was to last did not.
  case tooShort(String)
  /// The broker kept a message from the queue.
  case notPublished(String)
  /// The stream has fewer events than are to be published.
  case streamEnded(missing: Int)
  /// A queue is not empty after all was taken.
  case leftOver(queue: String, [String])
  /// Events were parked that should have been taken.
  case parked(Int)
  /// Rows that a rebuild made otherwise than they are kept.
  case rebuiltOtherwise(Int)

  /// What was expected and what was found.
  var description: String {
    switch self {
    case .failed(let program, let status, let said):
      "\(program) failed with status \(status): \(said.suffix(5).joined(separator: " | "))"
    case .unsaid(let program, let expected, let said):
      "\(program) ended and never said '\(expected)': \(said.suffix(5).joined(separator: " | "))"
    case .stuck(let what, let reached, let expected):
      "expected \(expected) \(what), and there were \(reached) when the time was up; see the daemon's log"
    case .mails(let expected, let found):
      "expected one mail for each of \(expected) receivers, and there were \(found) mails"
    case .unlike(let file, let expected): "expected '\(expected)' in \(file), and there is none; change the bench"
    case .page(let path, let found): "expected the page '\(path)', found \(found)"
    case .tooShort(let what): "\(what); take a larger store"
    case .notPublished(let outcome): "the broker did not keep a message: \(outcome)"
    case .streamEnded(let missing): "the stream of events ended with \(missing) still to publish"
    case .leftOver(let queue, let said):
      "the queue \(queue) is to be empty after all was committed, and amqp-get said: \(said.joined(separator: " | "))"
    case .parked(let count): "\(count) events were parked; the daemon's log says why"
    case .rebuiltOtherwise(let count): "a rebuild made \(count) rows otherwise than they are kept"
    }
  }
}
