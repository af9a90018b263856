extension Section {
  /// Our certificate and its key, each in a file of PEM; the key must be none that others may read.
  func certificate(in folder: String) -> (file: String?, key: String?) {
    let file = path("certificate-file", in: folder)
    let key = path("key-file", in: folder)
    if (file == nil) != (key == nil) {
      problems.error(
        place, expected: "both 'certificate-file' and 'key-file', or neither", found: "one of them",
        advice: "add the other")
    }
    return (file?.existing(), key.flatMap { SecretFile.read($0) == nil ? nil : $0.text })
  }
}
