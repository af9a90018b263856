/// A piece of a YAML file with its place.
struct YAMLNode {
  /// What the piece is.
  indirect enum Content {
    case nothing
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([(key: String, place: Place, value: YAMLNode)])
  }

  let place: Place
  let content: Content

  /// Its kind in words, for errors; not what it says, which may be a secret in the wrong place.
  var kind: String {
    switch content {
    case .nothing: "nothing"
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a section"
    }
  }
}
