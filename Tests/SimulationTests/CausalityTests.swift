import Dossiers
import Simulation
import Testing

@Suite("the story of each item")
struct CausalityTests {
  @Test(
    "without faults begins with its acceptance, and nothing follows its delivery",
    arguments: 1...3 as ClosedRange<UInt64>)
  func lifeOfAnItem(seed: UInt64) throws {
    let events = try SampleProvince.messages(seed: seed, days: 15, faults: .none).events
    let scanned = Dictionary(grouping: events.filter { $0.fact.scan != nil }) { $0.fact.scan?.item }
    for (item, events) in scanned {
      let story = events.sorted { $0.order < $1.order }.compactMap(\.fact.scan)
      #expect(story.first?.milestone == .accepted, "\(String(describing: item))")
      #expect(story.filter { $0.milestone == .accepted }.count == 1)
      let ends = story.indices.filter { [.delivered, .cancelled].contains(story[$0].milestone) }
      #expect(ends.isEmpty || ends == [story.count - 1], "\(story.map(\.milestone.name))")
      #expect(zip(story, story.dropFirst()).allSatisfy { $0.milestone != .departed || $1.milestone != .departed })
    }
  }

  @Test("without faults every item accepted in the first week is delivered, given back or cancelled within the month")
  func everyItemEnds() throws {
    let events = try SampleProvince.messages(days: 35, faults: .none).events
    let ended = Set(
      events.compactMap(\.fact.scan).filter { [.delivered, .cancelled].contains($0.milestone) }.map(\.item))
    let week = try SampleProvince.day("2026-03-09").start
    let early = events.filter { $0.time < week }.compactMap(\.fact.scan).filter { $0.milestone == .accepted }
    #expect(early.count > 1000)
    #expect(early.allSatisfy { ended.contains($0.item) })
  }

  @Test("a dossier is received before it is decided, and decided before its result is posted")
  func lifeOfADossier() throws {
    let events = try SampleProvince.messages(days: 60, faults: .none).events.sorted { $0.order < $1.order }
    var received: Set<DossierCode> = []
    var decided: Set<DossierCode> = []
    var posted: Set<DossierCode> = []
    for event in events {
      switch event.fact {
      case .noted(let note):
        switch note.saying {
        case .received: received.insert(note.dossier)
        case .resultReady, .refused:
          #expect(received.contains(note.dossier))
          decided.insert(note.dossier)
        default: #expect(received.contains(note.dossier), "\(note.saying.name)")
        }
      case .scanned(let scan) where scan.posting?.carries == .result:
        for dossier in scan.posting?.dossiers ?? [] {
          #expect(!received.contains(dossier.code) || decided.contains(dossier.code))
          #expect(posted.insert(dossier.code).inserted)
        }
      default: break
      }
    }
    #expect(decided.count > 100)
  }

  @Test("a dossier that came without a code is named by the desk with its item and procedure")
  func namedOnReceipt() throws {
    let messages = try SampleProvince.faultless.get()
    let nameless = Set(messages.scans.filter { $0.posting?.dossiers.isEmpty == true }.map(\.item))
    let delivered = Set(messages.scans.filter { $0.milestone == .delivered }.map(\.item)).intersection(nameless)
    var named: Set<ItemID> = []
    for case .noted(let note) in messages.events.map(\.fact) {
      guard case .received(let item?, let procedure, _) = note.saying, nameless.contains(item) else { continue }
      #expect(procedure != nil)
      named.insert(item)
    }
    #expect(named.count > 20)
    #expect(named.isSubset(of: delivered) && delivered.count - named.count < 5)
  }

  @Test("each device counts its events without a gap where none is lost")
  func sequences() throws {
    let events = try SampleProvince.faultless.get().events
    for (_, events) in Dictionary(grouping: events.filter { $0.sequence != nil }, by: \.identity.source) {
      let counted = events.sorted { $0.order.time < $1.order.time }.compactMap(\.sequence).sorted()
      #expect(counted == Array(1...UInt64(counted.count)))
    }
  }
}
