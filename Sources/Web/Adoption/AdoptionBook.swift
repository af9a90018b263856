public import Dossiers
import Synchronization

/// The register of procedures on any day. Days that were looked at are kept, as the register never changes: a reload
/// makes a new book.
public final class AdoptionBook: Sendable {
  let communes: [MappedCommune]
  let registry: Registry
  /// The register; nil where none is kept.
  public let register: ServiceRegister?
  private let kept = Mutex<[LocalDate: Adoption]>([:])

  private static let mostKept = 100

  /// A book of these parts.
  ///
  /// - Parameters:
  ///   - register: The register, or nil where none is kept.
  ///   - communes: The communes of today where a map draws them.
  ///   - registry: Whose procedures they are.
  public init(register: ServiceRegister?, communes: [MappedCommune], registry: Registry) {
    self.register = register
    self.communes = communes
    self.registry = registry
  }

  /// How the register stands on `day`; nil where none is kept.
  func adoption(on day: LocalDate) -> Adoption? {
    guard let register else { return nil }
    if let known = kept.withLock({ $0[day] }) { return known }
    let adoption = register.adoption(on: day, in: registry)
    kept.withLock { kept in
      if kept.count >= AdoptionBook.mostKept { kept.removeAll() }
      kept[day] = adoption
    }
    return adoption
  }
}
