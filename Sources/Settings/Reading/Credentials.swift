import Foundation

/// Secrets that systemd hands to the daemon alone (`LoadCredential=`): they stand in for the files that the settings name.
enum Credentials {
  /// By their names in systemd's store, and the variables that name a file or hold the secret itself.
  private static let variables = [
    "dossierd.broker-uri": (file: "DOSSIERD_BROKER_URI_FILE", secret: "DOSSIERD_BROKER_URI"),
    "dossierd.smtp-password": (file: "DOSSIERD_MAIL_PASSWORD_FILE", secret: "DOSSIERD_SMTP_PASSWORD"),
  ]

  /// The variables with those that name a credential; what was given goes before.
  ///
  /// Outside the unit, as for an administrator's `dossierctl`, they are where systemd has them from.
  static func added(to environment: [String: String]) -> [String: String] {
    let folder = environment["CREDENTIALS_DIRECTORY"] ?? "/etc/credstore"
    var environment = environment
    for (name, variable) in variables where environment[variable.file] == nil && environment[variable.secret] == nil {
      let file = "\(folder)/\(name)"
      if FileManager.default.isReadableFile(atPath: file) { environment[variable.file] = file }
    }
    return environment
  }
}
