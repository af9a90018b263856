extension Rules {
  /// The registry in force at `instant`, or the first later one that knows `agency`: what an unknown agency says waits
  /// for a registry that knows it.
  func registry(at instant: Instant, knowing agency: AgencyCode) -> Registry {
    registries.inForce(at: instant) { $0.agencies[agency] == nil ? nil : $0 } ?? registries.inForce(at: instant)
  }
}
