public import Dossiers
public import Store

/// What the daemon has measured since it was started.
public struct Readings: Sendable, Hashable {
  /// How many messages were in each batch.
  public var batchEvents = Histogram([1, 4, 16, 64, 256, 1_024, 4_096])
  /// How many seconds the store took for each batch, the commit included.
  public var batchSeconds = Histogram([0.001, 0.004, 0.016, 0.064, 0.256, 1, 4])
  /// How many seconds after its time each scan was recorded, by office.
  public var lags: [OfficeCode: Histogram] = [:]
  /// How often the link to the broker was lost.
  public var disconnects = 0
  /// How many messages were ready in the queue when it was last asked after; nil while there is no link.
  public var ready: Int?
  /// The bytes of the database's files.
  public var storeBytes: Int?
  /// The bytes that are free on the disk of the database.
  public var freeBytes: Int?

  /// Nothing measured yet.
  public init() {}
}
