extension Adoption {
  /// The count of a level, with the plan that sets its target.
  public struct LevelRow: Sendable, Encodable {
    /// The level.
    public let level: Agency.Level
    /// The plan; nil before the level's first target.
    public let source: String?
    /// Its count.
    public let count: AdoptionCount
  }

  /// The count of a district.
  public struct DistrictRow: Sendable, Encodable {
    /// Its GSO code.
    public let district: String
    /// Its name, where it is known.
    public let name: String?
    /// Its count.
    public let count: AdoptionCount
  }

  /// The count of a day.
  public struct DayRow: Sendable, Encodable {
    /// The day.
    public let on: LocalDate
    /// Its count.
    public let count: AdoptionCount

    /// A row of these parts.
    public init(on day: LocalDate, count: AdoptionCount) {
      on = day
      self.count = count
    }
  }

  /// A row for each level in `scope`, in the plan's order.
  public func levelRows(_ scope: AdoptionScope = AdoptionScope()) -> [LevelRow] {
    byLevel(scope).map { LevelRow(level: $0.level, source: measures[$0.level]?.target.source, count: $0.count) }
  }

  /// A row for each district in `scope`, named as `registry` has it.
  public func districtRows(_ scope: AdoptionScope = AdoptionScope(), in registry: Registry) -> [DistrictRow] {
    byDistrict(scope).map {
      DistrictRow(district: $0.district, name: registry.districts[$0.district]?.name, count: $0.count)
    }
  }
}
