/// The figures, by the names that programs read.
public enum IndicatorKind: String, Sendable, Hashable, CaseIterable {
  /// Shipments declared lost and not found again, of those accepted.
  case lost
  /// Shipments declared damaged, of those accepted.
  case damaged
  /// How much the shipments accepted a working day vary from week to week.
  case weeklyVariation = "weekly-variation"
  /// By how much the legs in time of the best week exceed those of the worst.
  case weeklySpread = "weekly-spread"
  /// The most working days in a row on which an office that scans made no scan.
  case longestOutage = "longest-outage"
  /// Shipments handed over at the first try, of those tried.
  case firstTry = "first-try"
  /// Shipments of which no scan is missing, of those that ended.
  case unbroken
  /// Shipments that came to an office that they were not meant for, of those that ended.
  case misrouted
  /// Shipments withdrawn by the sender, of those accepted.
  case withdrawn
  /// Scans that were taken back, of all.
  case voidedScans = "voided-scans"
  /// Messages that are parked, of them and all scans.
  case parked
  /// Working days without a scan, of all that offices which scan had.
  case silentDays = "silent-days"
  /// Offices of the registry without a scan in the whole period.
  case silentOffices = "silent-offices"
  /// Items accepted by the hand-over lists that nobody scanned.
  case unscannedAcceptances = "unscanned-acceptances"
  /// Items delivered by the hand-over lists that nobody scanned.
  case unscannedDeliveries = "unscanned-deliveries"
  /// Days whose hand-over list differs from the scans, of those with a list.
  case differingLists = "differing-lists"
  /// Numbers of the scanners' counters that are missing, of all.
  case missingSequences = "missing-sequences"
  /// The law's score, in the mean.
  case score
  /// Done within the standard.
  case within
  /// Done earlier than on the last day.
  case earlier
  /// Done on the last day.
  case onLastDay = "on-last-day"
  /// Done later.
  case later
  /// Overdue when the period was over, of those that ran then.
  case overdue
  /// The time that half of them did not exceed.
  case median
  /// The time that nine in ten did not exceed.
  case p90
  /// The delay that half of those done later did not exceed.
  case medianDelay = "median-delay"
  /// The delay in working days of those done later, in the mean.
  case meanDelay = "mean-delay"

  /// The plan's words for what the service must be.
  public enum Word: String, Sendable, Hashable, CaseIterable {
    /// An toàn.
    case safe
    /// Ổn định.
    case stable
    /// Tin cậy.
    case reliable
    /// Chính xác.
    case accurate
    /// Thường xuyên.
    case regular
    /// Kịp thời.
    case timely
  }

  /// In what a value is told.
  public enum Unit: String, Sendable, Hashable {
    /// Of a hundred.
    case percent
    /// Of ten thousand.
    case perTenThousand = "per-10000"
    /// Points of percent between two shares.
    case percentagePoints = "percentage-points"
    /// The law's points, 0 to 2.
    case points
    /// Plain hours.
    case hours
    /// The state's working days.
    case workingDays = "working-days"

    /// What a share is multiplied by.
    var scale: Double {
      switch self {
      case .percent: 100
      case .perTenThousand: 10_000
      case .percentagePoints, .points, .hours, .workingDays: 1
      }
    }
  }

  /// The word of the plan that it measures.
  public var word: Word {
    switch self {
    case .lost, .damaged: .safe
    case .weeklyVariation, .weeklySpread, .longestOutage: .stable
    case .firstTry, .unbroken: .reliable
    case .misrouted, .withdrawn, .voidedScans, .parked: .accurate
    case .silentDays, .silentOffices, .unscannedAcceptances, .unscannedDeliveries, .differingLists, .missingSequences:
      .regular
    case .score, .within, .earlier, .onLastDay, .later, .overdue, .median, .p90, .medianDelay, .meanDelay: .timely
    }
  }

  /// In what its value is told.
  public var unit: Unit {
    switch self {
    case .lost, .damaged, .misrouted, .withdrawn, .voidedScans, .parked, .unscannedAcceptances, .unscannedDeliveries,
      .missingSequences:
      .perTenThousand
    case .weeklyVariation, .firstTry, .unbroken, .silentDays, .silentOffices, .differingLists, .within, .earlier,
      .onLastDay, .later, .overdue:
      .percent
    case .weeklySpread: .percentagePoints
    case .score: .points
    case .median, .p90, .medianDelay: .hours
    case .longestOutage, .meanDelay: .workingDays
    }
  }
}
