import Dossiers

/// The section `files`: the paths of the other files, and what stands in them.
struct RuleFiles {
  /// The rules, or nil where a whole file could not be read.
  let rules: RuleSet?
  let leads: Leads
  let communes: Communes
  let templates: String

  init(_ section: Section, folder: String, today: LocalDate) {
    let tables = section.path("registry", in: folder, default: "registry")
    let files = RegistryFiles(folder: tables)
    let policy = PolicyFile.read(
      section.path("policy", in: folder, default: "policy/1788.yaml"), codes: files.codes)
    let calendar = CalendarFile.read(
      section.path("calendar", in: folder, default: "calendar/dien-bien.yaml"), codes: files.codes,
      today: today)
    let templates = section.path("templates", in: folder, default: "templates")
    if !TextFile.isFolder(templates.text) {
      templates.refuse("a folder of mail templates", found: "none at \(templates.text)", advice: "correct the path")
    }
    self.templates = templates.text
    leads = LeadTable(tables, agencies: files.registry.agencies, known: files.codes.agencies).leads
    communes = files.communes
    rules = policy.flatMap { policy in
      calendar.map { RuleSet(registry: files.registry, policy: policy, calendar: $0) }
    }
  }
}
