import Testing

/// Everything around the daemon is broken, and the pass mark is always: nothing lost, nothing doubled, goes on by
/// itself. `make torture` breaks it more often than `make test`, and `make soak` for hours.
@Suite("Torture", .serialized)
struct Torture {}
