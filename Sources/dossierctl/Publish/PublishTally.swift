import Broker

/// What became of the events of one run.
struct PublishTally: Encodable, CustomStringConvertible {
  /// Sent to the broker.
  private(set) var published = 0
  /// Kept by the broker.
  private(set) var confirmed = 0
  /// Given back, since no queue takes their routing key.
  private(set) var returned = 0
  /// Not kept by the broker, or no events and so not sent.
  private(set) var refused = 0
  private var unsent = 0

  private enum CodingKeys: CodingKey {
    case published, confirmed, returned, refused
  }

  var description: String {
    "published \(published), confirmed \(confirmed), returned \(returned), refused \(refused)"
  }

  /// How the run ends: what is wrong with the data comes before what is wrong with the broker.
  var status: ExitStatus {
    if unsent > 0 { return .data }
    if returned > 0 { return .unavailable }
    return refused > 0 ? .temporary : .done
  }

  mutating func count(_ outcomes: [PublishOutcome]) {
    published += outcomes.count
    for outcome in outcomes {
      switch outcome {
      case .confirmed: confirmed += 1
      case .returned: returned += 1
      case .refused: refused += 1
      }
    }
  }

  mutating func countUnsent() {
    refused += 1
    unsent += 1
  }
}
