import Foundation

/// A CSV of users of the broker and their passwords, for the administrator alone.
struct PasswordSheet {
  private var passwords: [String: String] = [:]

  /// A user's password.
  subscript(user: String) -> String? { passwords[user] }

  /// The sheet at `path`, made where there is none, with a new password for each of `users` that is not in it yet.
  init(_ path: String, completedFor users: [String]) throws(CommandError) {
    let text = try Self.read(path)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: ",", maxSplits: 1).map(String.init)
      guard fields.count == 2, passwords.updateValue(fields[1], forKey: fields[0]) == nil else {
        throw .wrongLine(
          path: path, line: index + 1, problem: "expected 'user,password', each user once; found something else")
      }
    }
    let missing = users.filter { passwords[$0] == nil }
    guard !missing.isEmpty else { return }
    var whole = text.isEmpty ? "# Users of the broker and their passwords: give each office its own.\n" : text
    if !whole.hasSuffix("\n") { whole += "\n" }
    for user in missing {
      let password = BrokerPassword.random()
      passwords[user] = password
      whole += "\(user),\(password)\n"
    }
    try Self.write(whole, path)
  }

  private static func read(_ path: String) throws(CommandError) -> String {
    var about = stat()
    guard stat(path, &about) == 0 else {
      guard errno == ENOENT else { throw .noInput(path: path, reason: String(cString: strerror(errno))) }
      return ""
    }
    guard about.st_mode & 0o077 == 0 else {
      throw .noInput(path: path, reason: "others than its owner may read it; chmod 0600 it, and change the passwords")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .noInput(path: path, reason: "it can't be read")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// Whole or not at all, and on the disk before anybody is told a password of it.
  private static func write(_ text: String, _ path: String) throws(CommandError) {
    let draft = "\(path).\(getpid()).new"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .unwritable(reason: "\(draft): \(String(cString: strerror(errno)))") }
    defer { unlink(draft) }
    let bytes = Array(text.utf8)
    let isWritten = Foundation.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    close(file)
    guard isWritten, rename(draft, path) == 0 else {
      throw .unwritable(reason: "\(path): \(String(cString: strerror(errno)))")
    }
  }
}
