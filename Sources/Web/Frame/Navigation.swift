import Dossiers

/// The pages that stand in the head of every page; a new one is added here.
enum Navigation {
  /// A page.
  struct Entry {
    let path: String
    let area: Area
    let name: Phrase
  }

  static let entries = [
    Entry(path: "/", area: .overview, name: Phrase("Tổng quan", "Overview")),
    Entry(path: "/alerts", area: .alerts, name: Phrase("Cảnh báo", "Alerts")),
    Entry(path: "/adoption", area: .adoption, name: Phrase("Thủ tục qua bưu chính", "Adoption")),
    Entry(path: "/figures", area: .figures, name: Phrase("Chất lượng", "Quality")),
    Entry(path: "/report", area: .report, name: Phrase("Báo cáo", "Report")),
    Entry(path: "/agencies", area: .agencies, name: Phrase("Cơ quan", "Agencies")),
    Entry(path: "/procedures", area: .procedures, name: Phrase("Thủ tục", "Procedures")),
    Entry(path: "/offices", area: .offices, name: Phrase("Bưu cục", "Post offices")),
    Entry(path: "/parked", area: .parked, name: Phrase("Sự kiện treo", "Parked")),
  ]

  /// The entries that a role may enter, as templates have them.
  static func links(for role: Viewer.Role, at path: String, _ language: Language) -> [Link] {
    entries.filter { role.areas.contains($0.area) }.map { entry in
      let isCurrent = entry.path == "/" ? path == "/" : path == entry.path || path.hasPrefix(entry.path + "/")
      return Link(href: entry.path, label: entry.name[language], isCurrent: isCurrent)
    }
  }

  /// A link in the head of a page.
  struct Link {
    let href: String
    let label: String
    let isCurrent: Bool
  }
}
