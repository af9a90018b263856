/// The version of both programs and of the package, which `debian/changelog` repeats.
public enum Version {
  /// As `--version` shows it.
  public static let text = "0.1.0"
}
