extension CaseReport: Encodable {
  private enum Keys: String, CodingKey {
    case dossier, agency, procedure, stage, items, deadlines, alerts, anomalies
  }

  private enum ItemKeys: String, CodingKey {
    case item, carries, stage
  }

  private enum DeadlineKeys: String, CodingKey {
    case clock, item, round, started, lastDay = "last_day", due, provisional, warn, state, met, explanation, history
  }

  private enum AlertKeys: String, CodingKey {
    case clock, item, round, kind, since, state
  }

  private enum AnomalyKeys: String, CodingKey {
    case kind, item, event
  }

  private enum EventKeys: String, CodingKey {
    case source, id
  }

  /// Writes the report with every member present, `null` where there is nothing to say.
  /// - Throws: whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try encode(to: encoder, explained: nil)
  }

  /// Writes the report, and with each deadline its part of `explained`, which is in the same order.
  func encode(to encoder: any Encoder, explained: [ExplainedDeadline]?) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(dossier, forKey: .dossier)
    try container.encode(agency, forKey: .agency)
    try container.encode(procedure, forKey: .procedure)
    try container.encode(stage, forKey: .stage)
    try encode(items, under: .items, in: &container)
    try encode(deadlines, explained, under: .deadlines, in: &container)
    try encode(alerts, under: .alerts, in: &container)
    try encode(anomalies, under: .anomalies, in: &container)
  }

  private func encode(_ items: [Item], under key: Keys, in container: inout KeyedEncodingContainer<Keys>) throws {
    var list = container.nestedUnkeyedContainer(forKey: key)
    for item in items {
      var entry = list.nestedContainer(keyedBy: ItemKeys.self)
      try entry.encode(item.item, forKey: .item)
      try entry.encode(item.carries.name, forKey: .carries)
      try entry.encode(item.stage.name, forKey: .stage)
    }
  }

  private func encode(
    _ deadlines: [Deadline], _ explained: [ExplainedDeadline]?, under key: Keys,
    in container: inout KeyedEncodingContainer<Keys>
  ) throws {
    var list = container.nestedUnkeyedContainer(forKey: key)
    for (place, deadline) in deadlines.enumerated() {
      var entry = list.nestedContainer(keyedBy: DeadlineKeys.self)
      try entry.encode(deadline.clock, forKey: .clock)
      try entry.encode(deadline.item, forKey: .item)
      try entry.encode(deadline.round, forKey: .round)
      try entry.encode(deadline.started.rfc3339, forKey: .started)
      try entry.encode(deadline.dueDate.lastDay, forKey: .lastDay)
      try entry.encode(deadline.dueDate.due?.rfc3339, forKey: .due)
      if deadline.isProvisional { try entry.encode(true, forKey: .provisional) }
      try entry.encode(deadline.warn?.rfc3339, forKey: .warn)
      try entry.encode(deadline.state(at: now), forKey: .state)
      try entry.encode(deadline.met?.rfc3339, forKey: .met)
      if let explained {
        try entry.encode(ExplanationEntry(explained: explained[place]), forKey: .explanation)
        try entry.encode(explained[place].history, forKey: .history)
      }
    }
  }

  private func encode(_ alerts: [Alert], under key: Keys, in container: inout KeyedEncodingContainer<Keys>) throws {
    var list = container.nestedUnkeyedContainer(forKey: key)
    for alert in alerts {
      var entry = list.nestedContainer(keyedBy: AlertKeys.self)
      try entry.encode(alert.clock, forKey: .clock)
      try entry.encode(alert.item, forKey: .item)
      try entry.encode(alert.round, forKey: .round)
      try entry.encode(alert.kind, forKey: .kind)
      try entry.encode(alert.since.rfc3339, forKey: .since)
      try entry.encode(alert.state, forKey: .state)
    }
  }

  private func encode(
    _ anomalies: [Anomaly], under key: Keys, in container: inout KeyedEncodingContainer<Keys>
  ) throws {
    var list = container.nestedUnkeyedContainer(forKey: key)
    for anomaly in anomalies {
      var entry = list.nestedContainer(keyedBy: AnomalyKeys.self)
      try entry.encode(anomaly.kind, forKey: .kind)
      try entry.encode(anomaly.item, forKey: .item)
      var event = entry.nestedContainer(keyedBy: EventKeys.self, forKey: .event)
      try event.encode(anomaly.event.identity.source.text, forKey: .source)
      try event.encode(anomaly.event.identity.id, forKey: .id)
    }
  }
}
