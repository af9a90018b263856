public import Dossiers

/// What is to be simulated: how much, when, and how badly things go.
public struct SimulationPlan: Sendable, Hashable {
  /// The same seed gives the same messages, byte for byte.
  public var seed: UInt64
  /// The first day.
  public var start: LocalDate
  /// How many days, working or not; what would happen after them is not told.
  public var days: Int
  /// Shipments begun on a working day; a small province has about 280.
  public var dossiersPerDay: Int
  /// The months whose rains may cut the roads in the mountains.
  public var rainyMonths: ClosedRange<Int>
  /// Event ids without any order in time, in place of ULIDs.
  public var randomIDs: Bool
  /// How often things go wrong.
  public var faults: FaultRates

  /// A plan of these parts.
  public init(
    seed: UInt64, start: LocalDate, days: Int, dossiersPerDay: Int = 280,
    rainyMonths: ClosedRange<Int> = 6...9, randomIDs: Bool = false, faults: FaultRates = FaultRates()
  ) {
    self.seed = seed
    self.start = start
    self.days = days
    self.dossiersPerDay = dossiersPerDay
    self.rainyMonths = rainyMonths
    self.randomIDs = randomIDs
    self.faults = faults
  }
}
