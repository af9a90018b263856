public import Dossiers

/// All that the daemon is told by its files and its environment, checked.
public struct Settings: Sendable {
  /// Which province the daemon serves.
  public let province: ProvinceSettings
  /// How to reach the broker.
  public let broker: BrokerSettings
  /// Where the state lies.
  public let store: StoreSettings
  /// Where backups of it lie, and how long.
  public let backup: BackupSettings
  /// How mail leaves.
  public let mail: MailSettings
  /// Where pages are served.
  public let web: WebSettings
  /// What is taken from the queue.
  public let intake: IntakeSettings
  /// How long alerts wait.
  public let alerts: AlertSettings
  /// Registry, policy and calendar.
  public let rules: RuleSet
  /// Who is told of what, and when.
  public let routing: Routing
  /// Who that is on a day.
  public let directory: Directory
  /// Who may look at the pages, by name.
  public let readers: [String: ReaderSettings]
  /// What alerts are acknowledged with from a mail.
  public let acknowledging: AcknowledgeSettings
  /// The register of procedures that the post serves, with its targets; nil where none is kept.
  public let register: ServiceRegister?
  /// The communes before and after July 2025.
  public let communes: Communes
  /// The path of the folder of mail templates.
  public let templates: String
  /// What works, but should be known.
  public let warnings: [SettingsProblem]

  /// Who is mailed for which agency, deputies left aside.
  public var leads: Leads { directory.leads }
}
