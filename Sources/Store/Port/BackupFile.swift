public import Dossiers

/// A copy of the store that was checked and can be opened as it is.
public struct BackupFile: Sendable, Hashable {
  /// Why it was made.
  public enum Occasion: String, Sendable, Hashable, Codable {
    /// Somebody, or a timer, asked for it.
    case asked
    /// The schema was about to change.
    case upgrade
    /// It is no store but its archive, to which dossiers had been moved until then.
    case archive
  }

  /// Where it lies.
  public let path: String
  /// When it was made, to the second; of an archive, when the last dossiers that it holds were moved there.
  public let made: Instant
  /// Why it was made.
  public let occasion: Occasion
  /// Its size.
  public let bytes: Int
}

/// What a sound file of the store holds.
public struct VerifiedStore: Sendable, Hashable {
  /// How many events its log has.
  public let events: Int
  /// When the last of them was recorded; nil where there is none.
  public let lastRecorded: Instant?
  /// How many notices wait to be told.
  public let waiting: Int
  /// What was ever moved from it to its archive; nil where nothing was.
  public let archived: ArchivedUntil?
  /// Whether an earlier program wrote it, so that it is brought up to date where it is put to use.
  public let isOlder: Bool
}

/// How far a store was archived when it was copied.
public struct ArchivedUntil: Sendable, Hashable {
  /// How many dossiers were moved.
  public let dossiers: Int
  /// The latest event among them.
  public let latest: Instant
  /// When the last of them were: an archive of then or later holds them all.
  public let moved: Instant
}
