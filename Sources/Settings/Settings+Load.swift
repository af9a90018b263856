public import Dossiers

extension Settings {
  /// Reads the file at `path` and all files that it names.
  ///
  /// Paths in the file are seen from its folder. A variable `DOSSIERD_<SECTION>_<KEY>` stands in for a key of the file.
  ///
  /// - Parameters:
  ///   - path: the daemon's own file.
  ///   - environment: the process's environment variables.
  ///   - now: the instant that the calendar must reach beyond.
  /// - Returns: settings without a mistake; doubts stand in `warnings`.
  /// - Throws: `SettingsError.problems` with all mistakes of all files.
  public static func load(_ path: String, environment: [String: String], now: Instant) throws(SettingsError) -> Settings
  {
    let problems = Problems()
    let loaded = read(path, environment, LocalDate(now), problems)
    guard problems.errors.isEmpty, let loaded else { throw .problems(problems.errors.inOrder) }
    return loaded
  }

  /// The folder of the registry's tables that the file at `path` names.
  ///
  /// - Throws: `SettingsError.problems` where the file cannot be read.
  public static func registryFolder(_ path: String, environment: [String: String]) throws(SettingsError) -> String {
    let problems = Problems()
    guard let node = YAMLFile.read(path, namedAt: Place(file: path), problems) else {
      throw .problems(problems.errors.inOrder)
    }
    return Section(node, environment: Environment(environment), problems).section("files") { files in
      files.path("registry", in: TextFile.folder(of: path), default: "registry").text
    }
  }

  private static func read(
    _ path: String, _ given: [String: String], _ today: LocalDate, _ problems: Problems
  ) -> Settings? {
    let node = YAMLFile.read(path, namedAt: Place(file: path), problems)
    guard let node else { return nil }
    let variables = Credentials.added(to: given)
    let environment = Environment(variables)
    let root = Section(node, environment: environment, problems)
    let folder = TextFile.folder(of: path)

    let province = root.section("province", ProvinceSettings.init)
    let broker = root.section("broker") { BrokerSettings($0, folder: folder) }
    let store = root.section("store") { StoreSettings($0, folder: folder) }
    let backup = root.section("backup") { BackupSettings($0, folder: folder, store: store) }
    let mail = root.section("mail") {
      MailSettings($0, folder: folder, password: variables["DOSSIERD_SMTP_PASSWORD"])
    }
    let web = root.section("web", WebSettings.init)
    let intake = root.section("intake", IntakeSettings.init)
    let alerts = root.section("alerts") { AlertSettings($0, today: today) }
    let files = root.section("files") {
      RuleFiles($0, folder: folder, alerts: alerts, environment: environment, today: today)
    }
    root.finish()
    environment.finish(problems)

    guard let rules = files.rules else { return nil }
    return Settings(
      province: province, broker: broker, store: store, backup: backup, mail: mail, web: web, intake: intake,
      alerts: alerts, rules: rules, routing: files.routing.routing, directory: files.directory, readers: files.readers,
      acknowledging: files.routing.acknowledging, register: files.register, communes: files.communes,
      templates: files.templates, warnings: problems.warnings.inOrder)
  }
}
