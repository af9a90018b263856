extension Timing {
  /// After how long an alert of `kind` that still stands is told again; nil for never.
  ///
  /// A warning is not: the policy gives it points of its own.
  public func repeatInterval(of kind: String) -> Span? { kind == "warning" ? nil : repeatInterval }
}
