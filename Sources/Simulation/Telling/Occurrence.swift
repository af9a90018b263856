import Dossiers

/// Something that will happen, and what a device will make of it.
struct Occurrence: Sendable {
  /// The device that tells, by its place in the province.
  let device: Int
  /// What there is to tell.
  let telling: Telling

  enum Telling: Sendable {
    /// A scan or a note.
    case fact(Fact, Slip)
    /// An event is taken back, with the fact that stands in its place.
    case correction(of: EventIdentity, by: Fact?, happened: Instant)
    /// The device is on.
    case alive
    /// The office hands in its day's list.
    case tally
  }

  /// What a person at the device does wrong.
  enum Slip: Sendable {
    /// Nothing.
    case none
    /// It did not happen, and is taken back.
    case phantom
    /// It happened otherwise, and is corrected.
    case misstated(Fact)
    /// It happened and is on the hand-over list, but nobody scanned it.
    case unscanned
  }
}
