/// Which province the daemon serves.
public struct ProvinceSettings: Sendable, Hashable {
  /// Its name, as letters and reports have it; nil where they are to name none.
  public let name: String?

  init(_ section: Section) {
    name = section["name"]?.words("the province's name")
  }
}
