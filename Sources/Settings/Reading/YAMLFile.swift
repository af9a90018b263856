import Yams

/// A YAML file as nodes with their places.
enum YAMLFile {
  /// The root of the file at `path`, or nil once it is reported why there is none.
  static func read(_ path: String, namedAt place: Place, _ problems: Problems) -> YAMLNode? {
    guard let text = TextFile.read(path, namedAt: place, problems) else { return nil }
    do {
      guard let root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot() else {
        return YAMLNode(place: Place(file: path, line: 1, column: 1), content: .nothing)
      }
      return node(root, in: path)
    } catch let error as YamlError {
      report(error, in: path, problems)
    } catch {
      problems.error(Place(file: path), "it is no YAML", advice: "correct the file")
    }
    return nil
  }

  private static func node(_ node: Node, in file: String) -> YAMLNode {
    let place = Place(file: file, line: node.mark?.line, column: node.mark?.column)
    switch node {
    case .scalar(let scalar):
      let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return YAMLNode(place: place, content: isNothing ? .nothing : .scalar(scalar.string))
    case .sequence(let sequence):
      return YAMLNode(place: place, content: .sequence(sequence.map { self.node($0, in: file) }))
    case .mapping(let mapping):
      let entries = mapping.map { key, value in
        let keyPlace = Place(file: file, line: key.mark?.line, column: key.mark?.column)
        return (key: key.scalar?.string ?? "?", place: keyPlace, value: self.node(value, in: file))
      }
      return YAMLNode(place: place, content: .mapping(entries))
    case .alias:
      return YAMLNode(place: place, content: .nothing)
    }
  }

  private static func report(_ error: YamlError, in file: String, _ problems: Problems) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let place = Place(file: file, line: mark.line, column: mark.column)
      problems.error(place, "it is no YAML: \(problem)", advice: "correct the line, or the one before it")
    case .duplicatedKeysInMapping(let keys, let context):
      let place = Place(file: file, line: context.mark.line, column: context.mark.column)
      let names = keys.map { "'\($0)'" }.joined(separator: ", ")
      problems.error(
        place, expected: "each key once", found: "\(names) more than once", advice: "keep one and remove the others")
    default:
      problems.error(Place(file: file), "it is no YAML", advice: "save it as plain text in UTF-8")
    }
  }
}
