import Glibc

/// What the database takes of its disk.
public enum StoreSpace {
  /// The bytes of the database at `path`, with what SQLite keeps beside it; nil where there is none.
  public static func bytes(of path: String) -> Int? {
    let sizes = [path, path + "-wal", path + "-shm"].map { file -> Int? in
      var status = stat()
      return stat(file, &status) == 0 ? Int(status.st_size) : nil
    }
    return sizes[0].map { _ in sizes.compactMap(\.self).reduce(0, +) }
  }

  /// The bytes that are free for others than root on the disk of `path`; nil where there is no such file.
  public static func free(at path: String) -> Int? {
    var disk = statvfs()
    guard statvfs(path, &disk) == 0 else { return nil }
    return Int(clamping: UInt64(disk.f_bavail).multipliedReportingOverflow(by: UInt64(disk.f_frsize)).partialValue)
  }
}
