public import Dossiers

/// What is taken from the queue, and what is parked.
public struct IntakeSettings: Sendable, Hashable {
  /// How far ahead of its recording an event may be before it is parked as early.
  public let aheadMinutes: Int
  /// How old an event may be when it is recorded.
  public let staleDays: Int
  /// The largest body that is decoded.
  public let bodyBytes: Int
  /// Forms of items besides UPU S10.
  public let domesticItemForms: [DomesticForm]

  init(_ section: Section) {
    aheadMinutes = section["ahead-minutes"]?.integer(0...1440) ?? 10
    staleDays = section["stale-days"]?.integer(1...3650) ?? 60
    bodyBytes = section["body-bytes"]?.integer(1024...16_777_216) ?? 262_144
    domesticItemForms = section.list("domestic-item-forms").compactMap { written in
      if let form = DomesticForm(written.text) { return form }
      written.refuse(
        "4 to 35 characters where 9 is a digit, A a letter and X either", advice: "write it like 'AA999999999'")
      return nil
    }
  }
}
