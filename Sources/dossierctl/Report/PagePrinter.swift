import Foundation
import Glibc

/// Prints a page into a PDF file by a browser without a window.
struct PagePrinter {
  let program: String

  /// The browser of this machine.
  /// - Throws: `CommandError.unavailable` where there is none.
  static func found(
    path: String = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
  ) throws(CommandError) -> PagePrinter {
    for folder in path.split(separator: ":") {
      let program = "\(folder)/chromium"
      if access(program, X_OK) == 0 { return PagePrinter(program: program) }
    }
    throw .unavailable(
      "A PDF file is printed by chromium, which is not on this machine. Install it (apt-get install chromium), or leave "
        + "out --pdf and print the page by any browser")
  }

  /// The browser's own walls need a user that is not root, and namespaces, which a unit of systemd with walls of its own
  /// does not give. The page is ours and runs no script.
  private var isWalled: Bool { geteuid() == 0 || ProcessInfo.processInfo.environment["INVOCATION_ID"] != nil }

  func print(_ page: String, to file: String) throws(CommandError) {
    let profile = FileManager.default.temporaryDirectory.appending(path: "dossierctl-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: profile) }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments =
      [
        "--headless", "--disable-gpu", "--js-flags=--jitless", "--no-pdf-header-footer",
        "--user-data-dir=\(profile.path)",
        "--print-to-pdf=\(URL(filePath: file).path)",
      ]
      + (isWalled ? ["--no-sandbox", "--no-zygote"] : []) + [URL(filePath: page).absoluteString]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? FileManager.default.removeItem(atPath: file)
    do { try process.run() } catch {
      throw .unavailable("\(program) can't be started: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: file) else {
      throw .unavailable("\(program) ended with status \(process.terminationStatus) and printed no PDF file")
    }
  }
}
