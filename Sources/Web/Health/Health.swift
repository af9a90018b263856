public import Dossiers

/// How the daemon is at one moment.
public struct Health: Sendable, Hashable {
  /// Whether its loops still turn; a daemon that is not alive wants a restart.
  public let isAlive: Bool
  /// Whether it takes events and sends mail as it should.
  public let isReady: Bool
  /// What is wrong, in English, one sentence each.
  public let problems: [String]
  /// How far the days off are known, where that is soon not far enough; takes nothing from its readiness.
  public let horizon: CalendarHorizon?
  /// When the last backup was made; nil where there is none.
  public let lastBackup: Instant?
  /// That it was too long ago, in an English sentence; takes nothing from its readiness.
  public let backupWarning: String?
  /// Whether there is a link to the broker.
  public let linkUp: Bool
  /// Since when the link is up or down; nil where there was none yet.
  public let linkSince: Instant?
  /// How many deliveries the queue held when it was last asked; nil where it was not.
  public let backlog: Int?
  /// The program's version.
  public let version: String
  /// When the program was started.
  public let startedAt: Instant

  /// A state of these parts.
  public init(
    isAlive: Bool, isReady: Bool, problems: [String], linkUp: Bool, linkSince: Instant?, backlog: Int?,
    version: String, startedAt: Instant, horizon: CalendarHorizon? = nil, lastBackup: Instant? = nil,
    backupWarning: String? = nil
  ) {
    self.isAlive = isAlive
    self.isReady = isReady
    self.problems = problems
    self.linkUp = linkUp
    self.linkSince = linkSince
    self.backlog = backlog
    self.version = version
    self.startedAt = startedAt
    self.horizon = horizon
    self.lastBackup = lastBackup
    self.backupWarning = backupWarning
  }
}

/// Who knows how the daemon is.
public protocol HealthSource: Sendable {
  /// How it is now.
  func health() async -> Health
}
