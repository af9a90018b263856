import Dossiers
import Foundation
import Settings
import Testing

@Suite struct RuleSetCodingTests {
  private let encoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()

  @Test("the shipped rules come back from JSON as they were") func roundTrip() throws {
    let rules = try Trial.shipped().rules
    let bytes = try encoder.encode(rules)
    #expect(try JSONDecoder().decode(RuleSet.self, from: bytes) == rules)
    #expect(try encoder.encode(try JSONDecoder().decode(RuleSet.self, from: bytes)) == bytes)
  }

  @Test("equal rules give equal bytes, however their dictionaries were filled")
  func sameBytes() throws {
    let rules = try Trial.shipped().rules
    let bytes = try encoder.encode(rules)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<10 {
      let registry = Registry(
        agencies: refilled(rules.registry.agencies, &generator),
        procedures: refilled(rules.registry.procedures, &generator),
        offices: refilled(rules.registry.offices, &generator),
        districts: refilled(rules.registry.districts, &generator))
      let calendar = CalendarDefinition(
        hours: rules.calendar.hours, agencyHours: refilled(rules.calendar.agencyHours, &generator),
        specialDays: refilled(rules.calendar.specialDays, &generator),
        estimatedYears: rules.calendar.estimatedYears.shuffled(using: &generator))
      let policy = try #require(Policy(editions: rules.policy.editions.map { refilled($0, &generator) }))
      let parts: [any Encodable] = [registry, policy, calendar]
      let originals: [any Encodable] = [rules.registry, rules.policy, rules.calendar]
      for (part, original) in zip(parts, originals) {
        #expect(try encoder.encode(part) == encoder.encode(original))
      }
    }
    #expect(try encoder.encode(rules) == bytes)
  }

  @Test("dictionaries by code, day or class of way are objects") func objects() throws {
    let text = String(decoding: try encoder.encode(try Trial.shipped().rules), as: UTF8.self)
    #expect(text.contains(#""agencies":{"000.00.01.H18":{"#))
    #expect(text.contains(#""specialDays":{"2017-01-01":{"#))
    #expect(text.contains(#""plain":{"between-provinces":{"#))
    #expect(
      text.contains(#""pausingReasons":["force-majeure","identity-not-shown","later-delivery-asked","pickup-asked"]"#))
  }

  @Test("a policy that a log of the first form holds is read as three clocks with the usual words")
  func firstForm() throws {
    let leg =
      #"{"plain":{"same-district":{"workingDays":{"millionths":1000000}}},"withSlip":{},"warning":{"mailAboveDays":3}}"#
    let text =
      #"{"editions":[{"from":"2017-01-01","collect":\#(leg),"return":\#(leg),"#
      + #""process":{"sameDayCutOff":54000,"warning":{"mailAboveDays":3}},"pausingReasons":["force-majeure"]}]}"#
    let edition = try JSONDecoder().decode(Policy.self, from: Data(text.utf8)).editions[0]
    #expect(Set(edition.clocks.keys) == [.collect, .return, .process])
    #expect(edition[.collect]?.term.plain == [.sameDistrict: .workingDays(1)])
    #expect(edition[.collect]?.words == ClockKind.collect.usualWords)
    #expect(edition[.process]?.counting.cutOff?.secondOfDay == 54_000)
  }

  @Test("the steps of a policy that an older log holds climb to the head, the provincial post and the operator")
  func olderSteps() throws {
    let hour = #"{"hours":{"seconds":3600}}"#
    let steps = ["head", "superior", "operator"].map { #"{"after":\#(hour),"level":"\#($0)"}"# }
    let text = "[" + steps.joined(separator: ",") + "]"
    let read = try JSONDecoder().decode([ClockRule.Escalation].self, from: Data(text.utf8))
    #expect(read.map(\.audience) == [.head, .provincialPost, .operator])
    #expect(read.allSatisfy { $0.after == .hours(seconds: 3600) })
    #expect(
      String(decoding: try encoder.encode(read), as: UTF8.self)
        == text.replacing("superior", with: "provincial-post"))
  }

  @Test("a warning rule of an older log comes back in its own bytes, and one with several points as it was")
  func warningRules() throws {
    for old in [#"{"mailAboveDays":3,"workingDaysBefore":2}"#, #"{"mailAboveDays":3,"secondsBefore":10}"#] {
      let rule = try JSONDecoder().decode(Policy.Warning.self, from: Data(old.utf8))
      #expect(rule.laterDaysBefore.isEmpty && rule.laterSecondsBefore.isEmpty)
      #expect(String(decoding: try encoder.encode(rule), as: UTF8.self) == old)
    }
    let rule = Policy.Warning(workingDaysBefore: [2, 5], secondsBefore: [10, 60, 30], mailAboveDays: 1)
    #expect(rule.workingDaysBefore == 5 && rule.laterDaysBefore == [2] && rule.laterSecondsBefore == [30, 10])
    #expect(try JSONDecoder().decode(Policy.Warning.self, from: encoder.encode(rule)) == rule)
  }

  @Test("what the log cannot have written is refused")
  func refused() throws {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Policy.self, from: Data(#"{"editions":[]}"#.utf8))
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(OpeningHours.self, from: Data(#"{"weekdays":[[{"from":5,"until":5}]]}"#.utf8))
    }
    let short = try JSONDecoder().decode(OpeningHours.self, from: Data(#"{"weekdays":[]}"#.utf8))
    #expect(short.weekdays.count == 7)
  }

  /// The same entries in another order and another capacity.
  private func refilled<Key: Hashable, Value>(
    _ dictionary: [Key: Value], _ generator: inout some RandomNumberGenerator
  ) -> [Key: Value] {
    var result: [Key: Value] = [:]
    result.reserveCapacity(dictionary.count * Int.random(in: 1...9, using: &generator))
    for entry in dictionary.shuffled(using: &generator) { result[entry.key] = entry.value }
    return result
  }

  private func refilled(_ edition: Policy.Edition, _ generator: inout some RandomNumberGenerator) -> Policy.Edition {
    let clocks = edition.clocks.mapValues { rule in
      var rule = rule
      rule.term.plain = refilled(rule.term.plain, &generator)
      rule.term.withSlip = refilled(rule.term.withSlip, &generator)
      return rule
    }
    var reasons = Set<Reason>(minimumCapacity: Int.random(in: 0...99, using: &generator))
    reasons.formUnion(edition.pausingReasons.shuffled(using: &generator))
    return Policy.Edition(from: edition.from, clocks: refilled(clocks, &generator), pausingReasons: reasons)
  }
}
