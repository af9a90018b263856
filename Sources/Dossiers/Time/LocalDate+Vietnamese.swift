extension LocalDate {
  /// The date as Vietnamese readers write it: `02/03/2026`.
  public var vietnamese: String {
    let (year, month, day) = components
    return "\(padded(day, 2))/\(padded(month, 2))/\(padded(year, 4))"
  }
}
