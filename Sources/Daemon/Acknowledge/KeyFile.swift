import Foundation

/// A file of secrets, one a line, that the daemon alone may read.
public enum KeyFile {
  /// Why there is no key.
  public struct Failure: Error, Hashable, CustomStringConvertible {
    let path: String
    let reason: String

    /// A sentence that says what was expected, what was found and what to do.
    public var description: String { "the key file \(path) cannot be used: \(reason)" }
  }

  /// No file of keys is larger; what is, is another file.
  private static let largest = 4096

  /// What the file at `path` holds.
  /// - Throws: `Failure` where it cannot be read, or others may read it.
  static func read(_ path: String) throws(Failure) -> String {
    // A pipe or a device could hold the start for ever.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Failure(path, "open", errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(path, "fstat", errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(path: path, reason: "expected a file, found something else; correct the path")
    }
    guard status.st_mode & 0o004 == 0 else {
      throw Failure(
        path: path,
        reason: "expected a file that other users cannot read, found it open to all; chmod 0600 it, and make a new key")
    }
    var bytes = [UInt8](repeating: 0, count: largest + 1)
    let count = Foundation.read(file, &bytes, bytes.count)
    guard count >= 0 else { throw Failure(path, "read", errno) }
    guard count <= largest else {
      throw Failure(path: path, reason: "expected at most \(largest) bytes, found more; correct the path")
    }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Makes a file at `path` that holds `text`, whole or not at all, for the daemon's user alone.
  ///
  /// One that is there already is left as it is: whoever comes second reads what the first has made.
  /// - Throws: `Failure` where it cannot be written.
  static func make(_ path: String, _ text: String) throws(Failure) {
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Failure(draft, "open", errno) }
    defer { unlink(draft) }
    let bytes = Array(text.utf8)
    let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    let reason = errno
    close(file)
    guard isWritten else { throw Failure(draft, "write", reason) }
    guard link(draft, path) == 0 || errno == EEXIST else { throw Failure(path, "link", errno) }
  }
}

extension KeyFile.Failure {
  fileprivate init(_ path: String, _ call: String, _ code: Int32) {
    let words = String(cString: strerror(code))
    self.init(path: path, reason: "\(call): \(words); look at the path and whose file and folder it is")
  }
}
