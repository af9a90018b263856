import GRDB

extension Configuration {
  /// For reading beside whoever writes, who may hold the whole file for a while: as it reads its log of changes after a
  /// crash, or closes it.
  static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    return configuration
  }
}
