/// The keys of one mapping of a YAML file, read one by one; what was never asked for is unknown.
final class Section {
  let place: Place
  let problems: Problems
  private let name: String
  private let environment: Environment?
  private var entries: [String: (place: Place, value: YAMLNode)] = [:]
  private var order: [String] = []
  private var known: Set<String> = ["assumption"]

  init(_ node: YAMLNode, name: String = "", environment: Environment? = nil, _ problems: Problems) {
    place = node.place
    self.problems = problems
    self.name = name
    self.environment = environment
    switch node.content {
    case .nothing: break
    case .mapping(let pairs):
      for pair in pairs {
        entries[pair.key] = (pair.place, pair.value)
        order.append(pair.key)
      }
    default:
      problems.error(
        node.place, expected: "a section of keys and values", found: node.kind,
        advice: "write its keys below it, indented")
    }
  }

  /// All keys, for a section whose keys are values themselves.
  var keys: [Written] {
    order.filter { $0 != "assumption" }.compactMap { key in
      entries[key].map { Written(text: key, place: $0.place, problems: problems) }
    }
  }

  /// The value of `key`, from the environment before the file; nil where there is none.
  subscript(key: String) -> Written? {
    if let value = environment?.value(of: key, in: name, problems) {
      known.insert(key)
      return value
    }
    guard let node = node(key) else { return nil }
    guard case .scalar(let text) = node.content else {
      problems.error(node.place, expected: "a single value for '\(key)'", found: node.kind, advice: "write one value")
      return nil
    }
    return Written(text: text, place: node.place, problems: problems)
  }

  /// Where the first of `keys` that is set stands, or the section where none is.
  func place(of keys: String...) -> Place {
    for key in keys {
      if let value = environment?.value(of: key, in: name, problems) { return value.place }
      if let entry = entries[key] { return entry.value.place }
    }
    return place
  }

  /// Whether anything is said at `key`.
  func has(_ key: String) -> Bool {
    if environment?.value(of: key, in: name, problems) != nil {
      known.insert(key)
      return true
    }
    if case .nothing = node(key)?.content ?? .nothing { return false }
    return true
  }

  /// Whether keys and values stand at `key`, and nothing else stands in for them.
  func isSection(_ key: String) -> Bool {
    guard environment?.value(of: key, in: name, problems) == nil, case .mapping? = node(key)?.content else {
      return false
    }
    return true
  }

  /// The value of `key`, which has no default.
  func required(_ key: String, _ what: String) -> Written? {
    let before = problems.errors.count
    if let value = self[key] { return value }
    if problems.errors.count == before { missing(key, what) }
    return nil
  }

  /// The value of `key`, or those of the list there; it has no default.
  func oneOrMore(_ key: String, _ what: String) -> [Written] {
    guard case .sequence(let nodes)? = node(key)?.content else { return required(key, what).map { [$0] } ?? [] }
    if nodes.isEmpty { missing(key, what) }
    return list(key)
  }

  /// The value of `key`, or those of the list there; nil where there is none.
  func some(_ key: String) -> [Written]? {
    guard let node = node(key), case .sequence(let nodes) = node.content else { return self[key].map { [$0] } }
    if nodes.isEmpty {
      problems.error(
        node.place, expected: "one value at least for '\(key)'", found: "an empty list",
        advice: "write one, or remove it")
    }
    return list(key)
  }

  /// The values of the list at `key`; from the environment, separated by commas.
  func list(_ key: String) -> [Written] {
    if let value = environment?.value(of: key, in: name, problems) {
      known.insert(key)
      return value.text.split(separator: ",").map {
        Written(text: String($0), place: value.place, problems: problems)
      }
    }
    return nodes(key).compactMap { node in
      if case .scalar(let text) = node.content { return Written(text: text, place: node.place, problems: problems) }
      problems.error(node.place, expected: "a single value", found: node.kind, advice: "write one value a line")
      return nil
    }
  }

  /// The parts of the list at `key`.
  func nodes(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    switch node.content {
    case .sequence(let nodes): return nodes
    case .nothing: return []
    default:
      problems.error(node.place, expected: "a list for '\(key)'", found: node.kind, advice: "write it as [one, two]")
      return []
    }
  }

  /// Reads the section at `key`, an empty one where there is none, and checks that it holds nothing unknown.
  func section<Value>(_ key: String, _ read: (Section) -> Value) -> Value {
    let content = node(key)?.content ?? .nothing
    let node = YAMLNode(place: entries[key]?.place ?? place, content: content)
    let section = Section(node, name: key, environment: environment, problems)
    defer { section.finish() }
    return read(section)
  }

  /// Reads the section at `key`, or reports that it is missing.
  func requiredSection<Value>(_ key: String, _ what: String, _ read: (Section) -> Value) -> Value? {
    if entries[key] != nil { return section(key, read) }
    missing(key, what)
    return nil
  }

  /// Reports keys that nobody asked for, and repeats what is marked as an assumption.
  func finish() {
    for key in order where !known.contains(key) {
      guard let entry = entries[key] else { continue }
      problems.error(entry.place, "the key '\(key)' is unknown here", advice: Nearest.advice(for: key, among: known))
    }
    if case .scalar(let text)? = entries["assumption"]?.value.content, let entry = entries["assumption"] {
      problems.warn(entry.place, "assumption: \(text)", advice: "have it confirmed, then remove this key")
    }
  }

  private func node(_ key: String) -> YAMLNode? {
    known.insert(key)
    return entries[key]?.value
  }

  private func missing(_ key: String, _ what: String) {
    known.insert(key)
    problems.error(place, expected: "'\(key)', \(what)", found: "no such key", advice: "add it")
  }
}
