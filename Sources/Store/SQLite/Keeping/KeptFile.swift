import Foundation

/// Files that must be whole under their name whatever ends the program, and that the service alone may read.
enum KeptFile {
  /// Has `write` fill `part`, and gives it the name `path` once it has reached the disk. What an earlier run left at
  /// `part` is removed; so is it where this one fails.
  static func write(
    _ path: String, part: String, like other: String, _ write: (String) throws(StoreError) -> Void
  ) throws(StoreError) {
    remove(part)
    do throws(StoreError) {
      let descriptor = open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw .cannotKeep(path: part, why: systemError) }
      close(descriptor)
      try giveAway(part, like: other)
      try write(part)
      try synchronize(part)
      guard rename(part, path) == 0 else { throw .cannotKeep(path: path, why: systemError) }
      try synchronize(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    } catch {
      remove(part)
      throw error
    }
  }

  /// Makes the folder at `path` where it is not there.
  static func makeFolder(_ path: String, like other: String) throws(StoreError) {
    guard !isThere(path) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .cannotKeep(path: path, why: error.localizedDescription)
    }
    try giveAway(path, like: other)
  }

  /// Gives a file to the owner of `other`: what root makes for the service must be the service's.
  static func giveAway(_ path: String, like other: String) throws(StoreError) {
    var status = stat()
    guard geteuid() == 0, stat(other, &status) == 0 else { return }
    guard chown(path, status.st_uid, status.st_gid) == 0 else { throw .cannotKeep(path: path, why: systemError) }
  }

  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// What the system said of the last call.
  static var systemError: String { String(cString: strerror(errno)) }

  /// Removes a database and what SQLite keeps beside it.
  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  private static func synchronize(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotKeep(path: path, why: systemError) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .cannotKeep(path: path, why: systemError) }
  }
}
