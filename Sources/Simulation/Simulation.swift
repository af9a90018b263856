public import Dossiers

/// A province's traffic over some days, in the order in which intake hears it.
///
/// ```swift
/// let plan = SimulationPlan(seed: 1, start: monday, days: 30)
/// for message in try Simulation(plan: plan, registry: registry, calendar: calendar) { publish(message) }
/// ```
///
/// Every iteration begins anew and gives the same messages. Only what is under way is kept in memory, so a plan may
/// run over years.
public struct Simulation: Sequence, Sendable {
  /// What is simulated.
  public let plan: SimulationPlan
  private let province: Province
  private let competence: Competence
  private let calendar: WorkingCalendar

  /// The traffic of `plan` between the offices and agencies of `registry`, on the working days of `calendar`.
  /// - Throws: `SimulationError` where the registry has no office, no agency or no procedure.
  public init(plan: SimulationPlan, registry: Registry, calendar: WorkingCalendar) throws(SimulationError) {
    self.plan = plan
    self.calendar = calendar
    var dice = Dice(seed: plan.seed ^ 0xD1CE)
    province = try Province(registry, skewedClocks: plan.faults.skewedClocks, dice: &dice)
    competence = try Competence(registry)
  }

  /// Begins at the plan's first day.
  public func makeIterator() -> Iterator {
    Iterator(
      plan: plan, province: province,
      chronicle: Chronicle(plan: plan, province: province, competence: competence, calendar: calendar))
  }

  /// Goes through the traffic, day by day.
  public struct Iterator: IteratorProtocol {
    private let plan: SimulationPlan
    private let province: Province
    private var chronicle: Chronicle
    private var teller: Teller
    private var uplink: Uplink
    private var underWay = Agenda<SimulatedMessage>()
    private var today: LocalDate
    private let lastDay: LocalDate

    init(plan: SimulationPlan, province: Province, chronicle: Chronicle) {
      self.plan = plan
      self.province = province
      self.chronicle = chronicle
      teller = Teller(province, randomIDs: plan.randomIDs, seed: plan.seed ^ 0x7E11)
      uplink = Uplink(faults: plan.faults, offices: province.places.count, seed: plan.seed ^ 0x11E7)
      today = plan.start.adding(-1)
      lastDay = plan.start.adding(Swift.max(plan.days, 0) - 1)
    }

    /// The message that intake hears next.
    public mutating func next() -> SimulatedMessage? {
      while true {
        let midnight = today < lastDay ? today.end : .distantFuture
        let happens = chronicle.agenda.nextTime ?? .distantFuture
        if let arrives = underWay.nextTime, arrives <= Swift.min(happens, midnight) {
          return underWay.next()?.element
        } else if happens < midnight, let (occurrence, time) = chronicle.agenda.next() {
          tell(occurrence, at: time)
        } else if today < lastDay {
          today = today.adding(1)
          chronicle.begin(today, shipments: plan.dossiersPerDay)
          uplink.begin(today, in: province)
        } else {
          return nil
        }
      }
    }

    private mutating func tell(_ occurrence: Occurrence, at time: Instant) {
      let told = teller.tell(occurrence, at: time)
      let device = province.devices[occurrence.device]
      for event in told.events {
        for arrival in uplink.arrivals(from: device.office, sent: time) {
          underWay.add(
            SimulatedMessage(event: event, arrival: arrival, routingKey: device.routingKey), at: arrival)
        }
      }
      if let (correction, time) = told.correction {
        chronicle.plan(correction.telling, by: correction.device, at: time)
      }
    }
  }
}
