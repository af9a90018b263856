import Foundation

/// Keeps two programs from writing one database: a lock on a file beside it, freed by the system when its holder ends.
public final class OwnerLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of `path`.
  /// - Throws: `StoreError.inUse` where another has it, `.cannotOpen` where it can't be made.
  public init(path: String) throws(StoreError) {
    let file = path + ".lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .cannotOpen(path: path, why: "\(file): \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .inUse(path: path)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
