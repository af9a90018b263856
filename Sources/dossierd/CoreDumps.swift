import Glibc

/// Memory holds events and secrets: what the kernel writes of it when the process dies is for nobody's disk.
enum CoreDumps {
  /// Forbids them for this process and those it starts, also where it runs without its systemd unit.
  static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
