import Dossiers
import Settings
import Web

extension WebAccess {
  /// The access of the settings; `readers` are those in force.
  init(_ settings: Settings, readers: @escaping @Sendable () -> [String: Reader]) {
    let web = settings.web
    self.init(
      readers: readers, isLoopback: web.isLoopback, publicURL: settings.acknowledging.publicURL,
      proxy: web.proxy.map { Proxy(address: $0.address, header: $0.header) },
      idle: .minutes(Int64(web.idleMinutes)), longest: .hours(Int64(web.sessionHours)))
  }
}

extension WebAccess.Reader {
  /// The readers of the settings by name.
  /// - Throws: `WebError` where a password's hash cannot be read.
  static func all(_ settings: Settings) throws(WebError) -> [String: WebAccess.Reader] {
    var readers: [String: WebAccess.Reader] = [:]
    for (name, reader) in settings.readers {
      let hash = reader.password.map { PasswordHash($0.revealed) }
      if let hash, hash == nil { throw .badPassword(reader: name) }
      readers[name] = WebAccess.Reader(viewer: reader.viewer, password: hash ?? nil)
    }
    return readers
  }
}

extension AdoptionBook {
  /// The register of the settings.
  convenience init(_ settings: Settings) {
    self.init(register: settings.register, communes: settings.mappedCommunes, registry: settings.rules.registry)
  }
}

extension AcknowledgeKey {
  /// The key of the settings, or the one beside the database, which is made where there is none; nil where no links are
  /// made.
  /// - Throws: `KeyFile.Failure` where it can neither be read nor made.
  init?(_ settings: Settings) throws(KeyFile.Failure) {
    guard settings.acknowledging.publicURL != nil else { return nil }
    if let key = settings.acknowledging.key.flatMap({ AcknowledgeKey($0.revealed) }) {
      self = key
    } else {
      self = try AcknowledgeKey.loadOrMake(AcknowledgeKey.path(besideStore: settings.store.path))
    }
  }
}
