/// What became of one leg or one processing run: whose it was, how long it took, and how it is judged.
public struct Outcome: Sendable, Hashable {
  /// The parts of a dossier's way, each judged by itself.
  public enum Part: String, Sendable, Hashable, CaseIterable, Codable {
    /// From the citizen to the agency.
    case collection
    /// With the agency.
    case processing
    /// From the agency to the citizen.
    case `return`

    /// Whose part it is.
    public var party: Party { self == .processing ? .agency : .post }
  }

  /// Who answers for a part.
  public enum Party: String, Sendable, Hashable, CaseIterable, Codable {
    /// The post.
    case post
    /// The agency.
    case agency
  }

  /// Which part it is.
  public let part: Part
  /// The agency concerned: of a leg, the one posted to or from; of a processing run, the one that had the dossier.
  public let agency: AgencyCode
  /// The accepting and the delivering office of a leg; none of a processing run.
  public let offices: [OfficeCode]
  /// The class of the way of a leg.
  public let route: RouteClass?
  /// The GSO code of the district: of a leg, the citizen's office's; of a processing run, the agency's.
  public let district: String?
  /// From when it ran.
  public let started: Instant
  /// How it ended; nil while it runs.
  public let end: DeadlineEnd?
  /// When it was due.
  public let dueDate: DueDate
  /// The first instant at which it was missed; nil where it can't be.
  public let missedFrom: Instant?
  /// How late it was done, in plain time without what pauses took; zero where it was in time.
  public let delay: Span
  /// How late it was done, in the state's working days after the last day.
  public let lateWorkingDays: Int

  /// When what was owed was done; nil where it was not.
  public var done: Instant? {
    if case .met(let at) = end { at } else { nil }
  }

  /// How long it took, in plain time; nil until it is done.
  public var duration: Span? { done.map { max($0.since(started), .zero) } }

  /// The law's score: 2 where it was done earlier than on the last day, 1 on it, 0 later (Circular 01/2018/TT-VPCP
  /// art. 13); nil until it is done, and where there is no last day to judge it by.
  public var score: Int? {
    guard let done, let due = dueDate.due, let missedFrom else { return nil }
    if done >= missedFrom { return 0 }
    let lastDay = dueDate.lastDay ?? LocalDate(due)
    return LocalDate(done) < lastDay ? 2 : 1
  }
}
