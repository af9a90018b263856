import Hummingbird

/// A list that is searched by name and shown a page at a time, as templates have it.
struct NamedList<Row> {
  let rows: [Row]
  let hasRows: Bool
  let search: String
  let paging: Paging.Links

  /// The page of `entries` that a request asks for, each as `row` makes it.
  init<Entry>(_ entries: [Entry], _ request: Request, size: Int, row: (Entry) -> Row) {
    let page = Paging(request, size: size)
    rows = page.part(of: entries).map(row)
    hasRows = !rows.isEmpty
    search = request.uri.queryParameters.get("name") ?? ""
    paging = page.links(request, hasMore: entries.count > page.offset + page.size)
  }
}

/// The name, or a part of it, that a request asks for.
struct NameSearch {
  private let words: String

  init(_ request: Request) { words = request.uri.queryParameters.get("name").map(Fold.folded) ?? "" }

  /// Whether `text` holds it; where nothing is asked for, every text does.
  func finds(_ text: @autoclosure () -> String) -> Bool { words.isEmpty || Fold.folded(text()).contains(words) }
}
