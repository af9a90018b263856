import ArgumentParser
import Settings

/// `dossierd check-config`
struct CheckConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config",
    abstract: "Reads the configuration and all files that it names, and says what is wrong with them.")

  @OptionGroup var config: ConfigOption

  func run() throws {
    do {
      let settings = try config.load()
      for warning in settings.warnings { print(warning) }
      print("\(config.path): ok, with \(settings.warnings.count) warnings")
    } catch {
      throw StartFailure(error)
    }
  }
}
