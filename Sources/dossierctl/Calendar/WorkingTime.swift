import Dossiers

/// The working time between two instants.
struct WorkingTime: Encodable {
  let from: Instant
  let until: Instant
  let open: Span

  /// Minutes: a whole number where they are whole.
  enum Minutes {
    case whole(Int64)
    case part(Double)

    var text: String {
      switch self {
      case .whole(let number): "\(number)"
      case .part(let number): "\(number)"
      }
    }
  }

  var minutes: Minutes {
    let perMinute: Int64 = 60_000_000
    let (whole, rest) = open.microseconds.quotientAndRemainder(dividingBy: perMinute)
    return rest == 0 ? .whole(whole) : .part(Double(open.microseconds) / Double(perMinute))
  }

  private enum CodingKeys: String, CodingKey {
    case from, to
    case workingMinutes = "working_minutes"
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(from.exactRFC3339, forKey: .from)
    try container.encode(until.exactRFC3339, forKey: .to)
    switch minutes {
    case .whole(let number): try container.encode(number, forKey: .workingMinutes)
    case .part(let number): try container.encode(number, forKey: .workingMinutes)
    }
  }
}
