extension AlertLabels {
  /// How much an alert matters, as its kind says.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Codable {
    /// There is still time.
    case notice
    /// Somebody has to act today.
    case urgent
    /// Somebody has to act at once.
    case critical

    /// How much an alert of the kind that outsiders see as `kind` matters.
    public init(ofKind kind: String) {
      self =
        switch kind {
        case "warning": .notice
        case "lost", "damaged", "deaf": .critical
        default: .urgent
        }
    }
  }

  /// The kinds of alert, by the names that outsiders see.
  public static let kinds = [
    "warning", "breach", "lost", "damaged", "silent-office", "sequence-gap", "tally-differs", "deaf",
    "calendar-horizon", "mail-refused",
  ]

  /// The labels of an alert, as the registry knows its agency and its office.
  ///
  /// - Parameters:
  ///   - kind: what is told, one of ``kinds``; it gives the severity.
  ///   - clock: the clock of a deadline.
  ///   - agency: the agency whose matter it is by now, after all mergers.
  ///   - office: the post office where the item was last seen, or which is itself the matter.
  ///   - procedures: the procedures concerned.
  ///   - dossiers: the dossiers concerned.
  ///   - item: the item concerned.
  ///   - registry: what gives the agency's level, and the district of the agency or else of the office.
  /// - Returns: the labels; one that nothing is known of is absent.
  public static func of(
    kind: String, clock: ClockKind? = nil, agency: AgencyCode? = nil, office: OfficeCode? = nil,
    procedures: [ProcedureCode] = [], dossiers: [DossierCode] = [], item: ItemID? = nil, registry: Registry
  ) -> AlertLabels {
    let known = agency.flatMap { registry.agencies[$0] }
    var labels = AlertLabels()
    labels[.kind] = [kind]
    labels[.severity] = [Severity(ofKind: kind).rawValue]
    if let clock { labels[.clock] = [clock.rawValue] }
    if let agency { labels[.agency] = [agency.text] }
    if let known { labels[.level] = [known.level.rawValue] }
    if let district = known?.district ?? office.flatMap({ registry.offices[$0]?.district }) {
      labels[.district] = [district]
    }
    if let office { labels[.office] = [office.text] }
    labels[.procedure] = procedures.map(\.text)
    labels[.dossier] = dossiers.map(\.text)
    if let item { labels[.item] = [item.text] }
    return labels
  }
}
