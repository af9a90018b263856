/// A desk's note with its place in the story.
public struct HeardNote: Sendable, Hashable {
  /// What was said.
  public let note: DeskNote
  /// When it was so.
  public let time: Instant
  /// The event that said it.
  public let identity: EventIdentity

  /// A note of these parts.
  public init(note: DeskNote, time: Instant, identity: EventIdentity) {
    self.note = note
    self.time = time
    self.identity = identity
  }

  var order: EventOrder { EventOrder(time: time, milestone: nil, identity: identity) }
}
