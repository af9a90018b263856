import Dossiers

/// What a row of items or dossiers says beside its evidence.
struct OwnerRow: Sendable, Hashable {
  /// When its clocks must be looked at again, or earlier; nil once all have ended.
  var next: Instant?
  /// Whether an alert was ever raised of it.
  var isAlerted = false
}
