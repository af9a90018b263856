public import Dossiers
public import Store

/// A report for inspectors, as the pages show it and hand it out.
public struct WebReport: Sendable {
  /// A file of it.
  public struct File: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]

    /// A file of these parts; `name` is without a path.
    public init(name: String, type: String, bytes: [UInt8]) {
      self.name = name
      self.type = type
      self.bytes = bytes
    }
  }

  let known: Instant
  let log: LogState
  let figures: [Indicator]
  let files: [File]

  /// A report of these parts.
  ///
  /// - Parameters:
  ///   - known: What was recorded by then counts.
  ///   - log: The log that it was made from.
  ///   - figures: The figures.
  ///   - files: The page in each language, the table, the JSON.
  public init(known: Instant, log: LogState, figures: [Indicator], files: [File]) {
    self.known = known
    self.log = log
    self.figures = figures
    self.files = files
  }

  /// The JSON that a program is answered with.
  var json: [UInt8] { files.first { $0.type == "application/json" }?.bytes ?? [] }
}

/// Makes the report over a period by what is recorded at an instant, and says after each portion how many events it has
/// folded; what that throws ends it.
public typealias ReportMaker =
  @Sendable (
    _ period: Period, _ now: Instant, _ portion: @escaping @Sendable (Int) throws -> Void
  ) async throws -> WebReport
