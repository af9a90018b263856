import Dossiers

extension Output {
  /// Shows adoption to people.
  mutating func show(_ report: AdoptionReport) throws(CommandError) {
    let (adoption, scope, registry) = (report.adoption, report.scope, report.registry)
    try sentence("Thủ tục qua bưu chính ngày \(adoption.day) / procedures by post on \(adoption.day)")
    try show("cấp / level", adoption.byLevel(scope).map { ($0.level.words, $0.count) })
    if report.showsDistricts {
      let districts = adoption.byDistrict(scope)
      try show("địa bàn huyện / district", districts.map { (registry.name(ofDistrict: $0.district), $0.count) })
    }
    if report.showsAgencies {
      try show("cơ quan / agency", adoption.byAgency(scope).map { (registry.name(of: $0.agency), $0.count) })
    }
    if let agency = scope.agency { try showProcedures(of: agency, adoption, registry) }
    if let trend = report.trend { try show("đến ngày / on", trend.map { ($0.day.description, $0.count) }) }
    if report.showsMissing { try showMissing(adoption, scope, registry) }
    if let use = report.use { try show(use, registry) }
    try explainLapsed(adoption, scope)
  }

  private mutating func show(_ title: String, _ counts: [(name: String, count: AdoptionCount)]) throws(CommandError) {
    guard !counts.isEmpty else { return }
    var table = Table(
      title, "phục vụ / served", "thuộc diện / counted", "tỷ lệ / share", "chỉ tiêu / target", "còn thiếu / missing")
    for (name, count) in counts {
      table.add(
        name, "\(count.served)", "\(count.counted)", count.share?.vietnamese ?? "",
        (count.target?.vietnamese ?? "") + (count.isByLapsed && count.target != nil ? " *" : ""),
        count.counted == 0 ? "" : count.missing.map { "\($0)" } ?? "")
    }
    try sentence("")
    try self.table(table)
  }

  private mutating func showProcedures(
    of agency: AgencyCode, _ adoption: Adoption, _ registry: Registry
  ) throws(CommandError) {
    var table = Table("thủ tục / procedure", "tình trạng / standing", "tên / name")
    for offer in adoption.offers where offer.agency == agency {
      table.add(offer.procedure.text, offer.standing.words, registry.procedures[offer.procedure]?.name ?? "")
    }
    try sentence("")
    try sentence(registry.name(of: agency))
    try self.table(table)
  }

  private mutating func showMissing(
    _ adoption: Adoption, _ scope: AdoptionScope, _ registry: Registry
  ) throws(CommandError) {
    let shortfalls = adoption.shortfalls(scope)
    try sentence("")
    guard !shortfalls.isEmpty else {
      return try sentence("Không cơ quan nào dưới chỉ tiêu / no agency is below its target")
    }
    var table = Table("cơ quan / agency", "còn thiếu / missing", "chưa phục vụ / not served yet")
    for shortfall in shortfalls {
      let open = shortfall.open.map { "\($0.procedure.text) (\($0.standing.rawValue))" }
      table.add(
        registry.name(of: shortfall.agency), "\(shortfall.count.missing ?? 0)", open.joined(separator: ", "))
    }
    try self.table(table)
  }

  private mutating func show(_ use: [Use.Line], _ registry: Registry) throws(CommandError) {
    try sentence("")
    guard !use.isEmpty else {
      return try sentence("Chưa có hồ sơ nào qua bưu chính / no dossier went through the post")
    }
    var table = Table(
      "cơ quan / agency", "thủ tục / procedure", "nhận / in", "trả / out", "qua bưu chính / by post",
      "tổng số / total", "tỷ lệ / share")
    for line in use {
      table.add(
        registry.name(of: line.agency), line.procedure?.text ?? "?", "\(line.collected)", "\(line.returned)",
        "\(line.posted)", line.total.map { "\($0)" } ?? "",
        line.isContradicted ? "vượt tổng số / above the total" : line.share?.vietnamese ?? "")
    }
    try self.table(table)
  }

  private mutating func explainLapsed(_ adoption: Adoption, _ scope: AdoptionScope) throws(CommandError) {
    guard adoption.count(of: scope).isByLapsed else { return }
    try sentence("")
    try sentence("* Chỉ tiêu đã hết hiệu lực, tạm dùng để so sánh cho đến khi có kế hoạch mới trong targets.csv.")
    try sentence("* The target is in force no more, and stands in until a later plan is added to targets.csv.")
  }
}

extension Agency.Level {
  /// The level in both languages.
  fileprivate var words: String {
    switch self {
    case .department: "Sở, ngành / department"
    case .central: "Cơ quan trung ương / central"
    case .district: "Cấp huyện / district"
    case .commune: "Cấp xã / commune"
    }
  }
}

extension Offer.Standing {
  /// The standing in both languages.
  fileprivate var words: String {
    switch self {
    case .served: "đang phục vụ / served"
    case .agreed: "đã ký thỏa thuận / agreed"
    case .suitable: "phù hợp, chưa ký / suitable"
    case .pending: "chưa khảo sát / pending"
    case .unsuitable: "không phù hợp, không tính / unsuitable, not counted"
    }
  }
}

extension Registry {
  fileprivate func name(of agency: AgencyCode) -> String { "\(agency) \(agencies[agency]?.name ?? "")" }

  fileprivate func name(ofDistrict code: String) -> String { "\(code) \(districts[code]?.name ?? "")" }
}
