/// The exit statuses of BSD's `sysexits.h` that the commands end with.
enum ExitStatus: Int32 {
  case done = 0
  /// The command was called wrongly.
  case usage = 64
  /// What was read is not what it should be.
  case data = 65
  /// What should be read is not there.
  case noInput = 66
  /// A service that is needed does not answer.
  case unavailable = 69
  /// A file cannot be made, or is there already.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// It may work later.
  case temporary = 75
  /// The settings, or what they name, are wrong.
  case configuration = 78
}
