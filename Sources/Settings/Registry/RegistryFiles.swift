import Dossiers

/// The tables of the registry's folder, checked against each other.
struct RegistryFiles {
  let registry: Registry
  let communes: Communes
  /// What other files may refer to.
  let codes: KnownCodes
  /// Whether no mistake was found in them.
  let isSound: Bool

  init(folder: Written) {
    let before = folder.problems.errors.count
    let districts = DistrictTable(folder)
    let known = Set(districts.districts.keys)
    let agencies = AgencyTable(folder, districts: known)
    let procedures = ProcedureTable(folder)
    codes = KnownCodes(agencies: agencies.known, procedures: procedures.known)
    registry = Registry(
      agencies: agencies.agencies, procedures: procedures.procedures,
      offices: OfficeTable(folder, districts: known).offices, districts: districts.districts)
    let mistakes = folder.problems.errors.count
    communes = CommuneTables(folder, districts: known).communes
    // Rows with a mistake are not counted.
    if folder.problems.errors.count == mistakes { districts.checkCounts(communes) }
    isSound = folder.problems.errors.count == before
  }
}

extension Table {
  /// The table `name` in the registry's folder.
  init(_ name: String, in folder: Written, columns: [String], optional: [String] = []) {
    self.init(
      TextFile.resolve(name, in: folder.text), columns: columns, optional: optional, namedAt: folder.place,
      folder.problems)
  }
}

extension Written {
  /// A place code of the General Statistics Office of `length` digits.
  func placeCode(digits length: Int) -> String? {
    if text.utf8.count == length, text.utf8.allSatisfy({ (48...57).contains($0) }) { return text }
    refuse("a place code of \(length) digits", advice: "correct the code; a spreadsheet may have cut its zeros")
    return nil
  }

  /// The code of one of `districts`.
  func district(among districts: Set<String>) -> String? {
    guard let code = placeCode(digits: 3) else { return nil }
    // Where the table itself could not be read, its own mistake is enough.
    if districts.contains(code) || districts.isEmpty { return code }
    refuse("a district of districts.csv", advice: "correct the code or add the district there")
    return nil
  }
}
