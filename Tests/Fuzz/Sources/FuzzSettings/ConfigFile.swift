import Foundation

/// A file of the configuration that is written at every input: it stays open, as to open it anew costs more than to write it.
struct ConfigFile {
  private let descriptor: Int32
  private let whole: Data

  init(_ path: String) {
    whole = FileManager.default.contents(atPath: path) ?? Data()
    descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    precondition(descriptor >= 0, "\(path) can't be written")
  }

  /// Puts `text` in place of what stands there.
  func put(_ text: UnsafeRawBufferPointer) {
    let isPut = ftruncate(descriptor, 0) == 0 && pwrite(descriptor, text.baseAddress, text.count, 0) == text.count
    precondition(isPut, "a file of the configuration can't be written")
  }

  /// Puts back what stood there at the beginning.
  func restore() { whole.withUnsafeBytes(put) }
}
