import Dossiers

/// `routing.yaml`: who is told of what, and when. Where it is neither named nor there, the usual routing holds.
struct RoutingFile {
  let routing: Routing
  let receivers: [String: Receiver]
  let acknowledging: AcknowledgeSettings
  /// The names of the receivers, also of those with a mistake; nil where the file could not be read.
  let names: Set<String>?

  /// What a route may refer to, and what its times are seen by.
  struct Surroundings {
    let registry: Registry
    let codes: KnownCodes
    /// Nil where the calendar could not be read.
    let calendar: CalendarDefinition?
    /// What the root of the tree inherits.
    let timing: Timing
  }

  init(_ path: Written?, default shipped: Written, _ surroundings: Surroundings, environment: Environment) {
    let file = path ?? shipped
    let isThere = path != nil || TextFile.isThere(file.text)
    let root = isThere ? YAMLFile.read(file.text, namedAt: file.place, file.problems) : nil
    let node = root ?? YAMLNode(place: file.place, content: .nothing)
    let section = Section(node, name: "routing", environment: environment, file.problems)
    defer { section.finish() }
    let folder = TextFile.folder(of: file.text)
    let received = section.section("receivers") { ReceiversSection($0, folder: folder) }
    receivers = received.receivers
    names = isThere && root == nil ? nil : received.names
    let surroundings = Surroundings(
      registry: surroundings.registry, codes: surroundings.codes.with(receivers: names),
      calendar: surroundings.calendar, timing: surroundings.timing)
    let day = surroundings.calendar?.hours.longestDay ?? .hours(8)
    let tree = section.section("route") { RouteSection.root($0, surroundings) }
    let acknowledging = section.section("acknowledge") { AcknowledgeSection($0, folder: folder, day: day) }
    self.acknowledging = acknowledging.settings
    let usual = Routing()
    routing = Routing(
      tree: tree, digestAt: RoutingFile.digest(section), acknowledgement: acknowledging.lengths,
      silentOfficeAfter: section["silent-office"]?.unlessNone?.openSpan(day: day),
      gapAfter: section["sequence-gap"]?.unlessNone?.plainSpan(),
      tallyAfter: section["tally-differs"]?.unlessNone?.plainSpan(),
      longestSilence: section["longest-silence"]?.plainSpan() ?? usual.longestSilence,
      reportTo: section.section("report") { ReportSection.receivers($0, received) } ?? usual.reportTo)
  }

  /// The time of day of the digest, as `off`, as a time, or in a section.
  private static func digest(_ section: Section) -> Int? {
    let written =
      section.isSection("digest")
      ? section.section("digest") { $0.required("at", "a time of day such as 07:30") } : section["digest"]
    guard let written, written.text != "off" else { return nil }
    guard let time = written.timeOfDay() else { return nil }
    if time < 86_400 { return time }
    written.refuse("a time of day before 24:00", advice: "write 00:00 for midnight")
    return nil
  }
}

extension Written {
  /// Itself, or nil where it says `none`.
  var unlessNone: Written? { text == "none" ? nil : self }
}

extension KnownCodes {
  /// The same codes, with these receivers.
  func with(receivers: Set<String>?) -> KnownCodes {
    var codes = self
    codes.receivers = receivers
    return codes
  }
}
