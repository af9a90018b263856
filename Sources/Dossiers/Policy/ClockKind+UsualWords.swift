extension ClockKind {
  /// What drives the clock where the policy does not say.
  public var usualWords: ClockWords {
    let post = (pauses: Moments(.heldWithExcuse, .closed), resumes: Moments(.released, .reopened))
    let leg = Moments(.handedBack, .withdrawn)
    switch self {
    case .collect:
      return ClockWords(
        starts: .init(.accepted), meets: .init(.delivered), meetsWithSlip: .init(.dateTold), cancels: leg,
        pauses: post.pauses, resumes: post.resumes)
    case .return:
      return ClockWords(
        starts: .init(.accepted), meets: .init(.attempted, .declined, .told, .delivered), cancels: leg,
        pauses: post.pauses, resumes: post.resumes)
    case .invite:
      return ClockWords(
        starts: .init(.attempted, .told), meets: .init(.attempted, .declined, .told, .sentBack, .delivered),
        cancels: leg, pauses: post.pauses, resumes: post.resumes)
    case .move:
      return ClockWords(
        starts: .init(.accepted, .moved, .sentBack),
        meets: .init(.moved, .held, .attempted, .declined, .told, .sentBack, .delivered), cancels: leg,
        pauses: .init(.closed), resumes: .init(.reopened))
    case .hold:
      return ClockWords(
        starts: .init(.held), meets: .init(.released, .delivered), cancels: leg, pauses: .init(.closed),
        resumes: .init(.reopened))
    case .process:
      return ClockWords(
        starts: .init(.lodged), meets: .init(.decided), cancels: .init(.givenUp),
        pauses: .init(.supplementRequested, .closed), resumes: .init(.reopened),
        restarts: .init(.supplementComplete), mutes: .init(.rescheduled))
    case .askSupplement:
      return ClockWords(
        starts: .init(.lodged), meets: .init(.supplementRequested), cancels: .init(.decided, .givenUp),
        pauses: .init(.closed), resumes: .init(.reopened))
    case .supplement:
      return ClockWords(
        starts: .init(.supplementRequested), meets: .init(.supplementComplete), cancels: .init(.decided, .givenUp))
    case .consult:
      return ClockWords(
        starts: .init(.consulted), meets: .init(.answered), cancels: .init(.decided, .givenUp))
    case .promise:
      return ClockWords(
        starts: .init(.promised, .rescheduled), meets: .init(.decided), cancels: .init(.givenUp),
        restarts: .init(.promised, .rescheduled))
    case .postResult:
      return ClockWords(
        starts: .init(.decided), meets: .init(.resultPosted), cancels: .init(.givenUp), pauses: .init(.closed),
        resumes: .init(.reopened))
    }
  }
}
