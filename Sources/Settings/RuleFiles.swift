import Dossiers

/// The section `files`: the paths of the other files, and what stands in them.
struct RuleFiles {
  /// The rules, or nil where a whole file could not be read.
  let rules: RuleSet?
  let routing: RoutingFile
  let directory: Directory
  let readers: [String: ReaderSettings]
  let communes: Communes
  let templates: String
  /// Nil where none is kept.
  let register: ServiceRegister?

  init(_ section: Section, folder: String, alerts: AlertSettings, environment: Environment, today: LocalDate) {
    let tables = section.path("registry", in: folder, default: "registry")
    let files = RegistryFiles(folder: tables)
    let calendar = CalendarFile.read(
      section.path("calendar", in: folder, default: "calendar/calendar.yaml"), codes: files.codes,
      today: today, horizonDays: alerts.calendarHorizonDays)
    routing = RoutingFile(
      section.path("routing", in: folder),
      default: Written(
        text: TextFile.resolve("routing.yaml", in: folder), place: section.place, problems: section.problems),
      RoutingFile.Surroundings(
        registry: files.registry, codes: files.codes, calendar: calendar, timing: alerts.timing),
      environment: environment)
    let codes = files.codes.with(receivers: routing.names)
    let policy = PolicyFile.read(section.path("policy", in: folder, default: "policy/policy.yaml"), codes: codes)
    let templates = section.path("templates", in: folder, default: "templates")
    if !TextFile.isFolder(templates.text) {
      templates.refuse("a folder of mail templates", found: "none at \(templates.text)", advice: "correct the path")
    }
    self.templates = templates.text
    let leads = LeadTable(tables, agencies: files.registry.agencies, known: files.codes.agencies)
    let directory = Directory(leads, receivers: routing.receivers)
    self.directory = directory.deputised(by: AbsenceTable(tables, of: directory, known: codes).absences)
    readers =
      ReadersFile(
        section.path("readers", in: folder),
        default: Written(
          text: TextFile.resolve("readers.yaml", in: folder), place: section.place, problems: section.problems),
        agencies: Set(files.registry.agencies.keys)
      ).readers
    communes = files.communes
    let targets = TargetTable(section.path("targets", in: folder), folder: folder, section)
    // It names their rows by the hundred: where one of them is wrong, that mistake is enough.
    let services = files.isSound ? ServiceTable(tables, registry: files.registry, known: files.codes).services : nil
    register = services.map { ServiceRegister(services: $0, targets: targets.targets) }
    rules = policy.flatMap { policy in
      calendar.map { RuleSet(registry: files.registry, policy: policy, calendar: $0) }
    }
  }
}
