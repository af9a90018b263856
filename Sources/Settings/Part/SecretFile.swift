/// A secret that lies in a file of its own, such as a systemd credential.
enum SecretFile {
  /// The first line of the file that `path` names, or nil once it is reported why there is none.
  static func read(_ path: Written) -> Secret? {
    guard let text = TextFile.read(path.text, namedAt: path.place, path.problems) else { return nil }
    if TextFile.isReadableByOthers(path.text) {
      path.problems.error(
        path.place, expected: "a secret that other users cannot read", found: "\(path.text) open to all",
        advice: "chmod 0600 it, or 0640 with the daemon's group")
    }
    guard let line = text.split(whereSeparator: \.isNewline).first else {
      path.problems.error(
        path.place, expected: "a secret", found: "an empty file \(path.text)", advice: "write it there")
      return nil
    }
    return Secret(String(line))
  }
}
