import Dispatch

/// Tries passwords one after another on a thread of its own, so that a flood of them takes neither the pool's threads
/// nor much memory.
actor PasswordGate {
  private let thread = GateExecutor()
  private let line = Line(places: 16)

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// Tried where nobody has the name, so that the time tells nothing.
  private static let nobody = PasswordHash(of: "nobody has this name", .usual)

  /// Whether `password` is that of `hash`; nil where too many wait already.
  nonisolated func admits(_ password: String, _ hash: PasswordHash?) async -> Bool? {
    guard line.enter() else { return nil }
    defer { line.leave() }
    return await verify(password, hash)
  }

  private func verify(_ password: String, _ hash: PasswordHash?) -> Bool {
    let isRight = (hash ?? PasswordGate.nobody)?.matches(password) ?? false
    return isRight && hash != nil
  }
}

/// Runs jobs one after another on a queue of its own.
private final class GateExecutor: SerialExecutor {
  private let queue = DispatchQueue(label: "dossierd.passwords")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
