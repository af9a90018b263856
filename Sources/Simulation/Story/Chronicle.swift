import Dossiers

/// Decides what will happen in the province, shipment by shipment, and keeps what is still to come.
struct Chronicle {
  let faults: FaultRates
  let province: Province
  let competence: Competence
  let calendar: WorkingCalendar
  let rainyMonths: ClosedRange<Int>
  /// After this instant nothing is told.
  let end: Instant
  var dice: Dice
  var agenda = Agenda<Occurrence>()
  var collectionItems: ItemNumbers
  var returnItems: ItemNumbers
  var codes = DossierNumbers()
  /// The agencies that exist on the day.
  var agencies: Odds<Int>?

  init(plan: SimulationPlan, province: Province, competence: Competence, calendar: WorkingCalendar) {
    faults = plan.faults
    self.province = province
    self.competence = competence
    self.calendar = calendar
    rainyMonths = plan.rainyMonths
    end = plan.start.adding(max(plan.days, 0)).start
    dice = Dice(seed: plan.seed)
    collectionItems = ItemNumbers(service: "E", from: dice.within(0...99_999_999))
    returnItems = ItemNumbers(service: "R", from: dice.within(0...99_999_999))
  }

  /// Puts down what a device will tell.
  mutating func plan(_ telling: Occurrence.Telling, by device: Int, at time: Instant) {
    guard time < end else { return }
    agenda.add(Occurrence(device: device, telling: telling), at: time)
  }

  /// Puts down a scan by one of the scanners of an office.
  mutating func plan(_ scan: Scan, at place: Int, _ time: Instant, slip: Occurrence.Slip = .none) {
    guard time < end else { return }
    let scanners = province.places[place].scanners
    let device = scanners.lowerBound + dice.index(below: scanners.count)
    plan(.fact(.scanned(scan), slip), by: device, at: time)
  }

  /// Puts down what a desk will say; agencies without one say nothing.
  mutating func note(_ saying: DeskNote.Saying, _ dossier: DossierCode, by bureau: Int, at time: Instant) {
    let bureau = province.incumbent(of: bureau, on: LocalDate(time))
    guard let desk = province.bureaus[bureau].desk else { return }
    let note = DeskNote(agency: province.bureaus[bureau].code, dossier: dossier, saying: saying)
    plan(.fact(.noted(note), .none), by: desk, at: time)
  }
}
