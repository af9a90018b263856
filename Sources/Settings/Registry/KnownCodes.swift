import Dossiers

/// The codes that the registry's tables name, also in rows with a mistake, so that one mistake does not bring on others.
struct KnownCodes {
  let agencies: Set<AgencyCode>
  let procedures: Set<ProcedureCode>
  /// The names of the receivers in the routing; nil where it could not be read.
  var receivers: Set<String>? = []
}

extension Written {
  /// The code of an agency in the registry.
  func agency(among known: KnownCodes) -> AgencyCode? {
    code(among: known.agencies, article: "an", kind: "agency", table: "agencies.csv")
  }

  /// The code of a procedure in the registry.
  func procedure(among known: KnownCodes) -> ProcedureCode? {
    code(among: known.procedures, article: "a", kind: "procedure", table: "procedures.csv")
  }

  /// Whom to tell: one of `roles`, or a receiver of the routing.
  func audience(among roles: [Audience], and receivers: Set<String>?) -> Audience? {
    let known = roles.map(\.rawValue) + (receivers ?? []).sorted()
    // Where the routing could not be read, its own mistake is enough.
    if known.contains(text) || receivers == nil { return Audience(rawValue: text) }
    refuse(
      "one of \(roles.map(\.rawValue).joined(separator: ", ")), or a receiver of the routing",
      advice: Nearest.advice(for: text, among: known))
    return nil
  }

  private func code<Value: Code & Hashable>(
    among known: Set<Value>, article: String, kind: String, table: String
  ) -> Value? {
    guard let code: Value = code() else { return nil }
    // Where the table itself could not be read, its own mistake is enough.
    if known.contains(code) || known.isEmpty { return code }
    refuse("\(article) \(kind) of \(table)", advice: "correct the code or add the \(kind) there")
    return nil
  }
}
