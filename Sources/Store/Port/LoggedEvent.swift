public import Dossiers

/// An event as the log has it: what was told, and when intake took it.
public struct LoggedEvent: Sendable, Hashable {
  /// What was told.
  public let event: Event
  /// When intake took it.
  public let recorded: Instant

  /// What is shown of one that was taken long after its time; it stands as if it had come at once.
  public static let lateMark = "recorded-late"

  /// An event taken at `recorded`.
  public init(_ event: Event, recorded: Instant) {
    self.event = event
    self.recorded = recorded
  }

  /// Whether it was taken more than `bound` after its time.
  public func isLate(beyond bound: Span) -> Bool { recorded.since(event.time) > bound }

  /// What it says, by the contract's name: of a scan its milestone, of a note what it notes.
  public var word: String {
    switch event.fact {
    case .scanned(let scan): scan.milestone.name
    case .noted(let note): note.saying.name
    case .voided, .alive, .tallied, .closed: event.fact.type.rawValue
    }
  }
}
