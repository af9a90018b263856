extension Broken {
  private static let file = "routing.yaml"
  private static let mishaps = "match: { kind: [lost, damaged] }"
  private static let receivers = "receivers: {}\n"
  private static let publicURL = "  # public-url: https://dossiers.example.org"

  /// Mistakes in the route tree.
  static let routes = [
    Broken("an unknown key", file, "digest:", "digests:", "'digests' is unknown here; did you mean 'digest'?"),
    Broken(
      "an unknown key of a route", file, "      hours: any", "      hour: any",
      "'hour' is unknown here; did you mean 'hours'?"),
    Broken("an unknown label", file, mishaps, "match: { kin: [lost] }", "one of kind, severity, clock"),
    Broken("an unknown kind", file, mishaps, "match: { kind: [lost, damagd] }", "did you mean 'damaged'?"),
    Broken("an unknown severity", file, mishaps, "not: { severity: critcal }", "did you mean 'critical'?"),
    Broken("an unknown clock", file, mishaps, "match: { clock: proces }", "did you mean 'process'?"),
    Broken("an unknown level", file, mishaps, "match: { level: comune }", "did you mean 'commune'?"),
    Broken(
      "an unknown agency", file, mishaps, "match: { agency: H18.999 }", "an agency of agencies.csv, found 'H18.999'"),
    Broken("the beginning of no agency", file, mishaps, "not: { agency: \"H19*\" }", "an agency of agencies.csv"),
    Broken("an unknown procedure", file, mishaps, "match: { procedure: \"1.9\" }", "a procedure of procedures.csv"),
    Broken("an unknown district", file, mishaps, "match: { district: \"944\" }", "a district of districts.csv"),
    Broken("an unknown office", file, mishaps, "match: { office: 381199 }", "a post office of post-offices.csv"),
    Broken("a label without a value", file, mishaps, "match: { agency: [] }", "one value at least for 'agency'"),
    Broken("a condition that is a word", file, mishaps, "match: lost", "a section of keys and values"),
    Broken(
      "a route without a name", file, "- name: mishaps", "- continue: false", "'name', by which the route is found"),
    Broken(
      "a name with blanks", file, "- name: mishaps", "- name: my mishaps", "a name of small letters, digits and hyphens"
    ),
    Broken("a name twice", file, "- name: daemon", "- name: mishaps", "'mishaps' again, as in line "),
    Broken(
      "a route to nobody", file, "      to: provincial-post", "      to: provincial-pots",
      "did you mean 'provincial-post'?"),
    Broken(
      "a route to the same twice", file, "      to: provincial-post", "      to: [operator, operator]",
      "each audience once, found 'operator' again"),
    Broken(
      "a route to an empty list", file, "  to: responsible", "  to: []",
      "one value at least for 'to', found an empty list"),
    Broken("perhaps going on", file, mishaps, "continue: perhaps", "true or false"),
    Broken("routes that are a word", file, mishaps, "routes: all", "a list for 'routes'"),
  ]

  /// Mistakes in the times of routes.
  static let timings = [
    Broken("unknown hours", file, "      hours: any", "      hours: night", "one of any, opening"),
    Broken(
      "half a quiet stretch", file, "      quiet: none", "      quiet: \"20:00\"", "a stretch such as 20:00-06:00"),
    Broken(
      "a quiet day", file, "      quiet: none", "      quiet: 20:00-20:00", "a stretch of less than the whole day"),
    Broken("a quiet hour that is none", file, "      quiet: none", "      quiet: 20:00-25:00", "a time of day such as"),
    Broken(
      "a quiet stretch over all opening hours", file, "  # quiet: \"20:00-06:00\"", "  quiet: 07:00-18:00",
      "a quiet stretch that leaves some of the opening hours, found one that covers all of the state"),
    Broken(
      "a wait in working days", file, "  # group-wait: 1 minute", "  group-wait: 1 working-day", "plain days, hours"),
    Broken("a wait of nothing", file, "  # group-wait: 1 minute", "  group-wait: 0 seconds", "a time such as"),
    Broken(
      "an interval without a unit", file, "  # group-interval: 30 minutes", "  group-interval: 30", "a time such as"),
    Broken("a repeat for ever", file, "  # repeat-interval: 24 hours", "  repeat-interval: never", "a time such as"),
    Broken("groups by nothing known", file, "group-by: [agency]", "group-by: [agncy]", "did you mean 'agency'?"),
    Broken(
      "a report to nobody known", file, "report: { to: provincial-post }", "report: { to: provincial-pots }",
      "did you mean 'provincial-post'?"),
    Broken(
      "a report to an agency's lead", file, "report: { to: provincial-post }", "report: { to: lead }",
      "one of provincial-post, peoples-committee, operator, or a receiver of the routing"),
    Broken(
      "a report to the same twice", file, "report: { to: provincial-post }", "report: { to: [operator, operator] }",
      "each receiver once, found 'operator' again"),
    Broken("a digest at no time", file, "\"07:30\"", "\"7:30\"", "a time of day such as 07:30, found '7:30'"),
    Broken("a digest at a second too many", file, "\"07:30\"", "\"07:30:60\"", "a time of day such as 07:30"),
    Broken("a digest after the day", file, "\"07:30\"", "\"24:00\"", "a time of day before 24:00"),
    Broken("a digest without a time", file, "{ at: \"07:30\" }", "{ on: monday }", "'at', a time of day", others: 1),
    Broken("a digest that is on", file, "{ at: \"07:30\" }", "daily", "a time of day such as 07:30, found 'daily'"),
    Broken("a silence in plain hours", file, "4 working-hours", "4 hours", "working-days, working-hours or"),
    Broken(
      "a gap in working hours", file, "sequence-gap: 30 minutes", "sequence-gap: 1 working-hour", "plain days, hours"),
    Broken(
      "a list compared in working hours", file, "tally-differs: 24 hours", "tally-differs: 8 working-hours",
      "plain days, hours"),
    Broken("a silence for ever", file, "longest-silence: 30 days", "longest-silence: none", "a time such as"),
    Broken("a hold in plain hours", file, "hold: 8 working-hours", "hold: 8 hours", "working-days, working-hours or"),
    Broken(
      "a bound below one hold", file, "longest-hold: 40 working-hours", "longest-hold: 4 working-hours",
      "a bound on all holds of at least one of them"),
  ]

  /// Mistakes in receivers and links.
  static let receiving = [
    Broken(
      "a receiver that is called as a role", file, receivers, "receivers:\n  head: { name: A, mail: a@example.org }\n",
      at: 1, "a name that is no role"),
    Broken(
      "a receiver that is told nowhere", file, receivers, "receivers:\n  night: { language: vi }\n", at: 1,
      "'mail' or 'webhook' for the receiver 'night', found neither"),
    Broken(
      "a receiver without a name", file, receivers, "receivers:\n  night: { mail: a@example.org }\n", at: 1,
      "'name', whom the mails of 'night' are addressed to"),
    Broken(
      "a receiver that is no address", file, receivers, "receivers:\n  night: { name: A, mail: a }\n", at: 1,
      "a mail address such as"),
    Broken(
      "a receiver of an unknown tongue", file, receivers,
      "receivers:\n  night: { name: A, mail: a@example.org, language: vn }\n", at: 1, "one of vi, en"),
    Broken(
      "a webhook by plain http", file, receivers,
      "receivers:\n  sms:\n    webhook: { url: \"http://sms.example.org/hidden\", secret-file: routing.yaml }\n", at: 2,
      "https to another machine, found http"),
    Broken(
      "a webhook that is no address", file, receivers,
      "receivers:\n  sms:\n    webhook: { url: \"https://me:hidden@sms.example.org\", secret-file: routing.yaml }\n",
      at: 2,
      "found something else (not shown"),
    Broken(
      "a webhook without a secret", file, receivers,
      "receivers:\n  sms:\n    webhook: { url: \"https://sms.example.org/\" }\n", at: 2,
      "'secret-file', the file of the secret"),
    Broken(
      "a webhook with a missing secret", file, receivers,
      "receivers:\n  sms:\n    webhook: { url: \"https://sms.example.org/\", secret-file: nowhere }\n", at: 2,
      "a file, found none at nowhere"),
    Broken(
      "a webhook that is a word", file, receivers, "receivers:\n  sms:\n    webhook: https://sms.example.org/\n", at: 2,
      "a section of keys and values", others: 2),
    Broken(
      "a receiver that is mailed and has a webhook", file, receivers,
      "receivers:\n  night: { name: A, mail: a@example.org, webhook: { url: \"https://sms.example.org/\", secret-file: nowhere } }\n",
      at: 1, "'mail' or 'webhook' for the receiver 'night', found both", others: 1),
    Broken(
      "links with a query", file, publicURL,
      "  key-file: routing.yaml\n  public-url: https://dossiers.example.org/?token=hidden", at: 1,
      "an address such as https://dossiers.example.org"),
    Broken(
      "links by plain http", file, publicURL, "  key-file: routing.yaml\n  public-url: http://dossiers.example.org",
      at: 1,
      "https to another machine"),
    Broken(
      "a key that is a word", file, "# Who is told of an alert, and when. ", "secret: 1\n# Who is told of an alert. ",
      "'secret' is unknown here"),
  ]

  /// Mistakes in the table of absences.
  static let absences = [
    Broken(
      "an absence of nobody known", absent, header, header + "H18.999,lead,2026-03-02,2026-03-06,A,a@example.org\n",
      at: 1, "an agency of agencies.csv, one of provincial-post, peoples-committee, operator, or a receiver"),
    Broken(
      "an absence of a level", absent, header, header + "commune,lead,2026-03-02,2026-03-06,A,a@example.org\n", at: 1,
      "an agency of agencies.csv, one of", others: 1),
    Broken(
      "an absence of a role that is none", absent, header,
      header + "H18.101,boss,2026-03-02,2026-03-06,A,a@example.org\n", at: 1, "one of lead, head"),
    Broken(
      "an absence without a deputy", absent, header, header + "H18.101,head,2026-03-02,2026-03-06,,a@example.org\n",
      at: 1, "the deputy's name, found nothing"),
    Broken(
      "an absence without a deputy's address", absent, header, header + "H18.101,head,2026-03-02,2026-03-06,A,\n",
      at: 1, "a mail address such as"),
    Broken(
      "an absence that ends before it begins", absent, header,
      header + "H18.101,,2026-03-06,2026-03-02,A,a@example.org\n", at: 1, "a day on or after 2026-03-06"),
    Broken(
      "absences that overlap", absent, header,
      header + "H18.101,,2026-03-02,2026-03-06,A,a@example.org\nH18.101,lead,2026-03-06,2026-03-08,B,b@example.org\n",
      at: 2, "2026-03-06 to 2026-03-08, and 2026-03-02 to 2026-03-06 in line "),
    Broken(
      "a role of the operator", absent, header, header + "operator,head,2026-03-02,2026-03-06,A,a@example.org\n", at: 1,
      "no role beside 'operator'"),
  ]
  private static let absent = "registry/absences.csv"
  private static let header = "for,role,from,until,name,mail\n"
}
