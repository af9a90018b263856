import Dossiers

/// `districts.csv`: the districts until June 2025, since then routing areas.
struct DistrictTable {
  let districts: [String: District]
  private let table: Table

  init(_ folder: Written) {
    table = Table(
      "districts.csv", in: folder, columns: ["code", "name", "type", "communes", "latitude", "longitude"],
      optional: ["mail_days"])
    districts = table.keyed(by: "code") { row in
      guard let code = row["code"].placeCode(digits: 3), let name = row["name"].words("the district's name") else {
        return nil
      }
      return (code, District(name: name, mailDays: row["mail_days"].ifAny?.integer(1...30)))
    }
  }

  /// Compares the number of communes that each district is said to have with their table.
  func checkCounts(_ communes: Communes) {
    guard !communes.before.isEmpty else { return }
    let counts = communes.before.values.reduce(into: [:]) { $0[$1.district, default: 0] += 1 }
    for row in table.rows {
      let listed = counts[row["code"].text] ?? 0
      guard let said = row["communes"].integer(0...1000), said != listed else { continue }
      row["communes"].refuse(
        "the number of its communes in communes-until-2025-06.csv, \(listed)",
        advice: "correct the number or the other table")
    }
  }
}
