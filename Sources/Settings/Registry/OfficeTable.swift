import Dossiers

/// `post-offices.csv`: where scanners stand.
struct OfficeTable {
  let offices: [OfficeCode: PostOffice]

  private enum Remote: String, CaseIterable {
    case yes, no
  }

  init(_ folder: Written, districts: Set<String>) {
    let table = Table(
      "post-offices.csv", in: folder, columns: ["code", "name", "district", "province", "commune", "remote"])
    offices = table.keyed(by: "code") { row in
      let code = row["code"].code(OfficeCode.self)
      let name = row["name"].words("the office's name")
      let district = row["district"].district(among: districts)
      let province = OfficeTable.province(row["province"])
      let remote = row["remote"].choice(Remote.self)
      guard let code, let name, let district, let province, let remote else { return nil }
      return (code, PostOffice(name: name, district: district, province: province, isRemote: remote == .yes))
    }
  }

  private static func province(_ field: Written) -> String? {
    if field.text.utf8.count == 3, AgencyCode(field.text) != nil { return field.text }
    field.refuse("a province's code such as X99", advice: "correct the code")
    return nil
  }
}
