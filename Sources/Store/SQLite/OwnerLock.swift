import Foundation

/// Keeps two programs from the same work: a lock on a file, freed by the system when its holder ends.
public final class OwnerLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of whoever writes the database at `path`.
  /// - Throws: `StoreError.inUse` where another has it, `.cannotOpen` where it can't be made.
  public convenience init(path: String) throws(StoreError) {
    try self.init(file: path + ".lock", refusing: .inUse(path: path))
  }

  /// The lock of `file`; where another holds it, `error` is thrown.
  init(file: String, refusing error: StoreError) throws(StoreError) {
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .cannotOpen(path: file, why: KeptFile.systemError) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    try KeptFile.giveAway(file, like: URL(fileURLWithPath: file).deletingLastPathComponent().path)
  }

  deinit { close(descriptor) }
}
