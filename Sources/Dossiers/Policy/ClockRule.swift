/// The rule of one clock: what drives it, how long it runs, and who is told when.
public struct ClockRule: Sendable, Hashable, Codable {
  /// What drives it.
  public var words: ClockWords
  /// How long it runs.
  public var term: TermRule
  /// How its days are counted.
  public var counting: Counting
  /// Whether nothing is owed by those who never do it: such a clock is a figure of what was done, once it was.
  public var isOptional: Bool
  /// Whether warnings and breaches are mailed, or only shown and counted.
  public var mails: Bool
  /// When to warn.
  public var warning: Policy.Warning
  /// Whom to tell, and when, while a breach lasts.
  public var escalation: [Escalation]
  /// The article that says so.
  public var law: String?

  /// A rule of these parts.
  public init(
    words: ClockWords, term: TermRule, counting: Counting = Counting(), isOptional: Bool = false, mails: Bool = true,
    warning: Policy.Warning = .none, escalation: [Escalation] = [], law: String? = nil
  ) {
    self.words = words
    self.term = term
    self.counting = counting
    self.isOptional = isOptional
    self.mails = mails
    self.warning = warning
    self.escalation = escalation
    self.law = law
  }

  /// A step after a breach: whom to tell, once so much time has passed.
  public struct Escalation: Sendable, Hashable {
    /// The time since the breach.
    public let after: Allowance
    /// Whom to tell, beside those who were told before.
    public let audience: Audience

    /// A step of these parts.
    public init(after: Allowance, to audience: Audience) {
      self.after = after
      self.audience = audience
    }
  }
}
