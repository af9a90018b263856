/// A configuration to begin with: all files that the daemon reads, none of any one province.
public struct Starter: Sendable {
  /// A file to write.
  public struct File: Sendable, Hashable {
    /// Its path, seen from the configuration's folder.
    public let path: String
    /// What stands in it.
    public let text: String
  }

  /// The files in the order in which one fills them in.
  public let files: [File]

  /// The configuration of a province.
  ///
  /// The texts are the shipped ones, with the new code in their examples.
  ///
  /// - Parameters:
  ///   - province: Its code, such as `X99`.
  ///   - name: Its name, as letters have it.
  public init(province: String, name: String) {
    files = Starter.sources.map { path, bytes in
      var text = String(decoding: bytes, as: UTF8.self).replacing(Starter.placeholder, with: province)
      if path == "dossierd.yaml" {
        text = Starter.setting("name", to: Starter.quoted(name), in: text)
        text = Starter.setting("policy", to: "policy/policy.yaml", in: text)
        text = Starter.setting("calendar", to: "calendar/calendar.yaml", in: text)
      }
      return File(path: path, text: text)
    }
  }

  /// What stands for a province's code in the examples of the texts.
  private static let placeholder = "X99"

  /// `text` with another value for the key, which stands once and below a section.
  private static func setting(_ key: String, to value: String, in text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("  \(key): ") ? "  \(key): \(value)" : String($0) }.joined(separator: "\n")
  }

  /// A text as YAML takes it whatever stands in it.
  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  private static let sources: [(path: String, bytes: [UInt8])] =
    settings + registry + templates

  private static let settings: [(path: String, bytes: [UInt8])] = [
    ("dossierd.yaml", PackageResources.dossierd_yaml),
    ("routing.yaml", PackageResources.routing_yaml),
    ("policy/policy.yaml", PackageResources.policy_yaml),
    ("calendar/calendar.yaml", PackageResources.calendar_yaml),
    ("calendar/holidays.csv", PackageResources.holidays_csv),
    ("targets.csv", PackageResources.targets_csv),
  ]

  private static let registry: [(path: String, bytes: [UInt8])] = [
    ("registry/districts.csv", PackageResources.districts_csv),
    ("registry/post-offices.csv", PackageResources.post_offices_csv),
    ("registry/agencies.csv", PackageResources.agencies_csv),
    ("registry/leads.csv", PackageResources.leads_csv),
    ("registry/procedures.csv", PackageResources.procedures_csv),
    ("registry/services.csv", PackageResources.services_csv),
    ("registry/absences.csv", PackageResources.absences_csv),
    ("registry/communes-since-2025-07.csv", PackageResources.communes_since_2025_07_csv),
    ("registry/communes-until-2025-06.csv", PackageResources.communes_until_2025_06_csv),
    ("registry/communes-old-to-new.csv", PackageResources.communes_old_to_new_csv),
  ]

  private static let templates: [(path: String, bytes: [UInt8])] = [
    ("templates/README.md", PackageResources.README_md),
    ("templates/_alert.html.mustache", PackageResources._alert_html_mustache),
    ("templates/_alert.txt.mustache", PackageResources._alert_txt_mustache),
    ("templates/_cause.html.mustache", PackageResources._cause_html_mustache),
    ("templates/_cause.txt.mustache", PackageResources._cause_txt_mustache),
    ("templates/_foot.html.mustache", PackageResources._foot_html_mustache),
    ("templates/_head.html.mustache", PackageResources._head_html_mustache),
    ("templates/_row.html.mustache", PackageResources._row_html_mustache),
    ("templates/_row.txt.mustache", PackageResources._row_txt_mustache),
    ("templates/alerts.html.mustache", PackageResources.alerts_html_mustache),
    ("templates/alerts.subject.mustache", PackageResources.alerts_subject_mustache),
    ("templates/alerts.txt.mustache", PackageResources.alerts_txt_mustache),
    ("templates/apology.html.mustache", PackageResources.apology_html_mustache),
    ("templates/apology.subject.mustache", PackageResources.apology_subject_mustache),
    ("templates/apology.txt.mustache", PackageResources.apology_txt_mustache),
    ("templates/deaf.html.mustache", PackageResources.deaf_html_mustache),
    ("templates/deaf.subject.mustache", PackageResources.deaf_subject_mustache),
    ("templates/deaf.txt.mustache", PackageResources.deaf_txt_mustache),
    ("templates/digest.html.mustache", PackageResources.digest_html_mustache),
    ("templates/digest.subject.mustache", PackageResources.digest_subject_mustache),
    ("templates/digest.txt.mustache", PackageResources.digest_txt_mustache),
    ("templates/report.html.mustache", PackageResources.report_html_mustache),
    ("templates/report.subject.mustache", PackageResources.report_subject_mustache),
    ("templates/report.txt.mustache", PackageResources.report_txt_mustache),
  ]
}
