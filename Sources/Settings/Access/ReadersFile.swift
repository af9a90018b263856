import Dossiers

/// `readers.yaml`: who may look at the pages. Where it is neither named nor there, nobody has a name.
struct ReadersFile {
  /// The readers by name.
  let readers: [String: ReaderSettings]

  init(_ path: Written?, default shipped: Written, agencies: Set<AgencyCode>) {
    let file = path ?? shipped
    guard path != nil || TextFile.isThere(file.text),
      let node = YAMLFile.read(file.text, namedAt: file.place, file.problems)
    else {
      readers = [:]
      return
    }
    let section = Section(node, name: "", file.problems)
    defer { section.finish() }
    readers = section.section("readers") { section in
      var readers: [String: ReaderSettings] = [:]
      for name in section.keys {
        let reader = section.section(name.text) { ReadersFile.reader(name, $0, agencies) }
        if let reader { readers[name.text] = reader }
      }
      return readers
    }
    // A hash can be guessed at without end, and without being seen.
    if readers.values.contains(where: { $0.password != nil }), TextFile.isReadableByOthers(file.text) {
      file.problems.error(
        Place(file: file.text), expected: "a file with password hashes that other users cannot read",
        found: "it open to all", advice: "chmod 0640 it, with the daemon's group")
    }
  }

  private static func reader(_ name: Written, _ section: Section, _ agencies: Set<AgencyCode>) -> ReaderSettings? {
    let role = section.required("role", "what for")?.choice(Viewer.Role.self)
    let agency = role == .lead ? section.required("agency", "the agency that is led") : section["agency"]
    let password = section["password"]
    guard (1...64).contains(name.text.utf8.count), name.text.utf8.allSatisfy(isOfName) else {
      name.refuse("a name of 1 to 64 letters, digits and . _ @ -", advice: "choose another name")
      return nil
    }
    guard let role else { return nil }
    var led: AgencyCode?
    if role == .lead, let agency {
      led = agency.code()
      if let led, !agencies.contains(led), !agencies.isEmpty {
        agency.refuse("an agency of agencies.csv", advice: "correct it or add the agency there")
      }
    } else if let agency {
      agency.refuse("an agency for a lead alone", advice: "remove it, or write 'role: lead'")
    }
    if let password, !password.text.hasPrefix("$scrypt$") {
      password.refuse(
        "a hash that begins with $scrypt$", found: "something else (not shown)",
        advice: "make one with: dossierctl reader password")
    }
    return ReaderSettings(
      viewer: Viewer(name: name.text, role: role, agency: led), password: password.map { Secret($0.text) })
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || [45, 46, 64, 95].contains(byte)
  }
}
