import Dossiers

extension Table {
  /// The reports, a row each.
  init(_ reports: [CaseReport]) {
    self.init("dossier", "agency", "stage", "items", "next due", "alerts", "anomalies")
    for report in reports {
      add(
        report.dossier?.text ?? "", Table.agency(report.agency, origin: report.origin), report.stage?.rawValue ?? "",
        report.items.map { "\($0.item) \($0.stage.name)" }.joined(separator: ", "),
        report.nextDue, report.alerts.map(\.words).joined(separator: ", "),
        report.anomalies.map(\.kind.rawValue).joined(separator: ", "))
    }
  }
}

extension Table {
  /// Who has a dossier, and from whom it was taken over.
  static func agency(_ agency: AgencyCode?, origin: AgencyCode?) -> String {
    guard let agency else { return "" }
    guard let origin, origin != agency else { return agency.text }
    return "\(agency), from \(origin)"
  }
}

extension CaseReport {
  /// The clock that runs out first, and when.
  fileprivate var nextDue: String {
    let running = deadlines.filter { $0.end == nil && $0.dueDate.due != nil }
    let next = running.min { ($0.dueDate.due ?? .distantFuture) < ($1.dueDate.due ?? .distantFuture) }
    guard let next else { return "" }
    return "\(next.clock.rawValue) \(next.dueDate.lastDay?.description ?? next.dueDate.due?.rfc3339 ?? "")"
  }
}

extension Alert {
  fileprivate var words: String {
    [clock?.rawValue, kind.rawValue, state.rawValue].compactMap(\.self).joined(separator: " ")
  }
}
