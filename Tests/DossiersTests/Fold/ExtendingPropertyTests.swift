import Dossiers
import TestSupport
import Testing

struct ExtendingPropertyTests {
  private let rules = SampleRules.allClocks

  @Test("extending a history event by event equals folding it anew at every prefix", .timeLimit(.minutes(5)))
  func extendingEqualsFolding() {
    forEachDrawnSet { events, random in
      // Mostly in the order of the story, as events arrive; ties come as they like, and some events come late.
      var told = StandingEvents(events).events.shuffled(using: &random).sorted { place(of: $0) < place(of: $1) }
      if Bool.random(using: &random), !told.isEmpty {
        told.swapAt(0, Int.random(in: 0..<told.count, using: &random))
      }
      return ScenarioEvents.items.allSatisfy { item in
        extends(ItemHistory(item: item), with: told.filter { $0.concernedItem == item })
      }
    }
  }

  private func place(of event: Event) -> ItemHistory.Place {
    ItemHistory.Place(time: event.time, rank: event.order.rank)
  }

  private func extends(_ empty: ItemHistory, with events: [Event]) -> Bool {
    let planner = DeadlinePlanner(rules: rules)
    var history = empty
    for count in events.indices {
      let folded = ItemHistory(item: empty.item, folding: Array(events[...count]), rules: rules)
      var extended = history
      guard let effects = extended.extend(with: events[count], rules: rules) else {
        history = folded
        continue
      }
      guard extended == folded else { return false }
      // What an effect does not announce has not changed.
      let isSameForDossiers = carried(extended) == carried(history)
      let isSameForClocks =
        extended.shipments.flatMap { planner.deadlines(of: $0) }
        == history.shipments.flatMap { planner.deadlines(of: $0) }
        && extended.shipments.flatMap { $0.mishapAlerts() } == history.shipments.flatMap { $0.mishapAlerts() }
      let isOnlyPutOff =
        effects.contains(.deferral) && nextLook(extended, planner) >= nextLook(history, planner)
      guard effects.contains(.dossiers) || isSameForDossiers,
        effects.contains(.clocks) || isSameForClocks || isOnlyPutOff
      else { return false }
      history = extended
    }
    return true
  }

  /// When the first of the deadlines that run is near or missed.
  private func nextLook(_ history: ItemHistory, _ planner: DeadlinePlanner) -> Instant {
    history.shipments.flatMap { planner.deadlines(of: $0) }.filter { $0.end == nil }
      .flatMap { [$0.warn, $0.missedFrom] }.compactMap(\.self).min() ?? .distantFuture
  }

  @Test("a late event and a tie are folded anew, but not a history whose events wait for an acceptance")
  func foldedAnew() {
    var story = Scenario()
    story.accept(at: "2026-03-02 08:15")
    story.scan(.arrived, at: "2026-03-02 09:00")
    story.scan(.arrived, at: "2026-03-02 09:00", office: "381100")
    story.scan(.departed, at: "2026-03-02 08:30")
    let events = story.events
    var history = ItemHistory(item: code(Scenario.item), folding: Array(events[..<2]), rules: rules)
    #expect(history.extend(with: events[2], rules: rules) == nil)
    #expect(history.extend(with: events[3], rules: rules) == nil)
    var waiting = ItemHistory(item: code(Scenario.item), folding: [events[3]], rules: rules)
    #expect(waiting.extend(with: events[1], rules: rules) == Effects())
    #expect(waiting == ItemHistory(item: code(Scenario.item), folding: [events[3], events[1]], rules: rules))
  }

  @Test("a dossier's evidence, changed piece by piece, equals the same evidence gathered at once")
  func evidencePieceByPiece() {
    forEachDrawnSet { events, random in
      let code = ScenarioEvents.dossiers[0]
      let standing = StandingEvents(events).events
      let histories = ScenarioEvents.items.map { item in
        ItemHistory(item: item, folding: standing.filter { $0.concernedItem == item }, rules: rules)
      }
      let notes = standing.compactMap { event -> HeardNote? in
        guard case .noted(let note) = event.fact, note.dossier == code else { return nil }
        return HeardNote(note: note, time: event.time, identity: event.identity)
      }
      var piecemeal = DossierCase(code: code)
      for note in notes.shuffled(using: &random) {
        piecemeal.add(note)
        if Bool.random(using: &random) {
          piecemeal.remove(note.identity)
          piecemeal.add(note)
        }
      }
      for history in (histories + histories).shuffled(using: &random) {
        piecemeal.replace(history.item, with: carried(history).filter { $0.dossier == code }.map(\.shipment))
      }
      let atOnce = DossierCase(
        code: code, carried: histories.flatMap(carried).filter { $0.dossier == code }.map(\.shipment), notes: notes)
      return piecemeal == atOnce && DossierState(piecemeal, rules: rules) == DossierState(atOnce, rules: rules)
    }
  }

  private func carried(_ history: ItemHistory) -> [Carried] {
    history.shipments.flatMap(\.carried).map { Carried(dossier: $0.dossier, shipment: $0.shipment) }
  }

  private struct Carried: Equatable {
    let dossier: DossierCode
    let shipment: CarriedShipment
  }
}
