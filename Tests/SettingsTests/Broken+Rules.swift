extension Broken {
  private static let policy = "policy/1788.yaml"
  private static let calendar = "calendar/dien-bien.yaml"
  private static let holidays = "calendar/holidays.csv"

  /// Mistakes in the policy.
  static let policies = [
    Broken(
      "no edition", policy, "editions:", "editions: []\nedition:", "'editions', a list with at least one edition",
      others: 1),
    Broken(
      "a bad first day", policy, "from: 2017-01-01", "from: 2017-02-30", "a day as YYYY-MM-DD, found '2017-02-30'"),
    Broken("no first day", policy, "- from: 2017-01-01", "- from:", "a single value for 'from', found nothing"),
    Broken(
      "a class of way left out", policy,
      "        within-province: { plain: 2 working-days, with-slip: 4 working-days }", "", at: -2,
      "'within-province', the time of this class of way"),
    Broken(
      "an unknown class of way", policy, "        remote:     ", "        far: {}\n        remote:     ",
      "'far' is unknown here"),
    Broken(
      "a slip for some ways", policy, "plain: 4 working-days, with-slip: 8 working-days", "plain: 4 working-days",
      at: -3, "'with-slip' for every class of way, or for none, found it for 3 of 4"),
    Broken("an unknown unit", policy, "{ plain: 1 working-day, with", "{ plain: 1 workday, with", "one of the units"),
    Broken(
      "a time without a unit", policy, "{ plain: 1 working-day, with", "{ plain: 1, with",
      "a time such as '3 working-days'"),
    Broken(
      "a time of nothing", policy, "{ plain: 1 working-day, with", "{ plain: 0 days, with",
      "a time such as '3 working-days'"),
    Broken("a time of ages", policy, "{ plain: 1 working-day, with", "{ plain: 4000 days, with", "at most 3650 days"),
    Broken("a cut-off that is no time", policy, "\"15:00\"", "\"3 pm\"", "a time of day such as 07:30, found '3 pm'"),
    Broken("an unknown reason", policy, "[force-majeure,", "[force-majore,", "did you mean 'force-majeure'?"),
    Broken(
      "a warning in working days", policy, "warning: { working-days-before: 2,", "warning: { before: 2 days,",
      "plain hours, minutes or seconds"),
    Broken(
      "a word that is none", policy, "starts: [lodged]\n      meets: [decided]",
      "starts: [loged]\n      meets: [decided]",
      "did you mean 'lodged'?"),
    Broken(
      "a dossier's word for a shipment", policy, "starts: [held]", "starts: [held, lodged]",
      "one of accepted, moved, held, held-with-excuse"),
    Broken(
      "a clock with an empty list of what meets it", policy,
      "meets: [decided]\n      cancels: [given-up]\n      pauses: [supp",
      "meets: []\n      cancels: [given-up]\n      pauses: [supp", at: -3,
      "'meets', as other words of the clock are given, found an empty list"),
    Broken(
      "a term that is none", policy, "term: 10 working-days", "term: 0.5 working-days",
      "write a whole number and a unit"),
    Broken(
      "a clock that nothing meets", policy, "      meets: [decided]\n      cancels: [given-up]\n      pauses: [supp",
      "      cancels: [given-up]\n      pauses: [supp", at: -3, "'meets', as other words of the clock are given"),
    Broken(
      "a term until nothing", policy, "      until: given-date", "      until: doomsday",
      "'given-date', the date that the note gives"),
    Broken(
      "a term of nothing", policy, "      term: 2 working-days\n      assumption: no text sets when a result",
      "      assumption: no text sets when a result", at: -6, "'term', a time such as '3 working-days'"),
    Broken(
      "an unknown way to treat a day off", policy, "day-off: none", "day-off: later", "one of next, previous, none"),
    Broken(
      "two cut-offs", policy, "same-day-cut-off:", "cut-off: \"16:00\"\n      same-day-cut-off:", at: 1,
      "expected one cut-off"),
    Broken(
      "an escalation to nobody", policy, "to: head }", "to: king }",
      "one of head, provincial-post, peoples-committee, operator, or a receiver of the routing, found 'king'"),
    Broken(
      "an escalation to the lead", policy, "to: head }", "to: lead }", "or a receiver of the routing, found 'lead'"),
    Broken(
      "a warning point that is none", policy, "working-days-before: 2,", "working-days-before: [5, many],",
      "a whole number from 0 to 365, found 'many'"),
    Broken(
      "a warning point twice", policy, "working-days-before: 2,", "working-days-before: [5, 5],",
      "each point once, found '5' again"),
    Broken(
      "no warning point", policy, "working-days-before: 2,", "working-days-before: [],",
      "one value at least for 'working-days-before'"),
    Broken(
      "an exception without a term", policy, "      optional: true",
      "      optional: true\n      exceptions: [{ agency: H18.101 }]", at: 1, "'term', a time such as"),
    Broken(
      "an exception for unknown papers", policy, "      resumes: [released, reopened]\n      term: 5",
      "      resumes: [released, reopened]\n      exceptions: [{ papers: leaflet, term: 1 day }]\n      term: 5", at: 1,
      "one of dossier, supplement, slip"),
    Broken(
      "an exception for an unknown procedure", policy, "      optional: true",
      "      optional: true\n      exceptions: [{ procedure: \"1.999999\", term: 1 day }]", at: 1,
      "expected a procedure of procedures.csv, found '1.999999'; correct the code or add the procedure there"),
    Broken(
      "an exception for an unknown agency", policy, "      optional: true",
      "      optional: true\n      exceptions:\n        - { agency: H18.101, term: 1 day }\n"
        + "        - { agency: H18.999, term: 1 day }", at: 3,
      "expected an agency of agencies.csv, found 'H18.999'; correct the code or add the agency there"),
    Broken(
      "no collection leg", policy, "    collect:", "    colect:", at: -5, "'collect', the term of the collection leg",
      others: 1),
  ]

  /// Mistakes in the calendar and its table.
  static let calendars = [
    Broken(
      "no hours", calendar, "hours:\n  monday", "hour:\n  monday", at: -2, "'hours', the state's opening hours",
      others: 1),
    Broken("an unknown weekday", calendar, "  monday-friday", "  monday-fryday", "a weekday, or a range of them"),
    Broken(
      "a weekday twice", calendar, "  monday-friday: [", "  friday: [08:00-09:00]\n  monday-friday: [", at: 1,
      "friday again"),
    Broken(
      "a closing before the opening", calendar, "[07:30-11:30, 13", "[11:30-07:30, 13", "an opening before the closing"),
    Broken("stretches that overlap", calendar, "13:30-17:00]", "11:00-17:00]", "stretches that do not overlap"),
    Broken(
      "an hour that does not exist", calendar, "13:30-17:00]", "13:30-25:00]",
      "a time of day such as 07:30, found '25:00'"),
    Broken(
      "an hour with a sign", calendar, "[07:30-11:30, 13", "[+7:30-11:30, 13",
      "a time of day such as 07:30, found '+7:30'"),
    Broken("half a stretch", calendar, "13:30-17:00]", "13:30]", "a stretch such as 07:30-11:30"),
    Broken(
      "hours of an unknown agency", calendar, "agencies:\n", "agencies:\n  H18.999: { monday: [07:30-11:30] }\n", at: 1,
      "an agency of agencies.csv"),
    Broken(
      "hours of no agency", calendar, "agencies:\n", "agencies:\n  Mường Nhé: { monday: [07:30-11:30] }\n", at: 1,
      "an agency code such as X99.101"),
    Broken(
      "missing days off", calendar, "days-off: holidays.csv", "days-off: feasts.csv",
      "found none at calendar/feasts.csv"),
    Broken("an estimate of no year", calendar, "[2027]", "[2031]", "a year with days off in the table"),
    Broken("a bad day off", holidays, "2026-11-24,", "2026-11-31,", "a day as YYYY-MM-DD, found '2026-11-31'"),
    Broken(
      "a day off twice", holidays, "2026-11-24,", "2026-09-02,", "each 'date' once, found 2026-09-02 again, as in line "
    ),
    Broken(
      "an unknown kind of day", holidays, "2026-01-10,working-day", "2026-01-10,work-day", "did you mean 'working-day'?"
    ),
  ]
}
