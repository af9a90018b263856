import ArgumentParser
import Dossiers

/// What an alert would be about.
struct AlertOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("What is told: \(AlertLabels.kinds.joined(separator: ", ")).", valueName: "kind"),
    completion: .list(AlertLabels.kinds),
    transform: Reading.alertKind)
  var kind: String

  @Option(
    help: ArgumentHelp("The clock of a warning or a breach.", valueName: "clock"),
    completion: .list(ClockKind.allCases.map(\.rawValue)), transform: Reading.clock)
  var clock: ClockKind?

  @Option(
    help: ArgumentHelp("The agency concerned; one that was merged stands for its successor.", valueName: "code"),
    transform: Reading.code)
  var agency: AgencyCode?

  @Option(
    help: ArgumentHelp("The post office where the item was last seen, or which is the matter.", valueName: "code"),
    transform: Reading.code)
  var office: OfficeCode?

  @Option(help: ArgumentHelp("A procedure concerned. May be repeated.", valueName: "code"), transform: Reading.code)
  var procedure: [ProcedureCode] = []

  @Option(help: ArgumentHelp("A dossier concerned. May be repeated.", valueName: "code"), transform: Reading.code)
  var dossier: [DossierCode] = []

  @Option(help: ArgumentHelp("The item concerned.", valueName: "number"), transform: Reading.code)
  var item: ItemID?

  /// The labels that the store would give the alert, as of `day`.
  /// - Throws: ``CommandError/unknown(_:)`` where a code is not in the registry.
  func labels(on day: LocalDate, in registry: Registry) throws(CommandError) -> AlertLabels {
    if let agency, registry.agencies[agency] == nil { throw .unknown("The agency \(agency) is not in the registry") }
    if let office, registry.offices[office] == nil { throw .unknown("The office \(office) is not in the registry") }
    if let stranger = procedure.first(where: { registry.procedures[$0] == nil }) {
      throw .unknown("The procedure \(stranger) is not in the registry")
    }
    return AlertLabels.of(
      kind: kind, clock: clock, agency: agency.map { registry.agency(inPlaceOf: $0, on: day) }, office: office,
      procedures: procedure, dossiers: dossier, item: item, registry: registry)
  }
}
