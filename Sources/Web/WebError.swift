/// Why the pages cannot be served.
public enum WebError: Error, Sendable, CustomStringConvertible {
  /// The address cannot be listened on, or the server broke down.
  case cannotServe(host: String, port: Int, why: String)
  /// A page's template does not parse.
  case badTemplate(page: String, why: String)
  /// The hash of a reader's password cannot be read.
  case badPassword(reader: String)

  /// What was expected, what was found, and what to do.
  public var description: String {
    switch self {
    case .cannotServe(let host, let port, let why):
      "cannot serve on \(host):\(port): \(why); free the port, or set another address under web, listen"
    case .badTemplate(let page, let why):
      "the template of the page '\(page)' does not parse: \(why); install dossierd anew"
    case .badPassword(let reader):
      "expected a scrypt hash as password of '\(reader)' in readers.yaml, found another text (not shown); "
        + "make one with: dossierctl reader password"
    }
  }
}
