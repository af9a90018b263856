import Hummingbird

/// Which part of a list is asked for, by `page`.
struct Paging {
  /// How many a page.
  let size: Int
  /// The page, from 1.
  let page: Int

  private static let most = 200

  init(_ request: Request, size: Int) {
    self.size = size
    let asked = request.uri.queryParameters.get("page").flatMap { Int($0) } ?? 1
    page = min(max(asked, 1), Paging.most)
  }

  /// How many are left out before.
  var offset: Int { (page - 1) * size }

  /// The part of a whole list.
  func part<Element>(of list: [Element]) -> [Element] { Array(list.dropFirst(offset).prefix(size)) }

  /// The links to the pages before and after.
  func links(_ request: Request, hasMore: Bool) -> Links {
    let before = page > 1 ? [Address.same(request, but: ("page", page > 2 ? "\(page - 1)" : ""))] : []
    let after = hasMore && page < Paging.most ? [Address.same(request, but: ("page", "\(page + 1)"))] : []
    return Links(page: page, before: before, after: after, isNeeded: !before.isEmpty || !after.isEmpty)
  }

  /// As templates have them.
  struct Links {
    let page: Int
    let before: [String]
    let after: [String]
    let isNeeded: Bool
  }
}

/// `page.paging` below a list.
let pagingTemplate = """
  {{#page.paging}}{{#isNeeded}}
  <nav class="paging" aria-label="{{#vi}}Các trang của danh sách{{/vi}}{{#en}}Pages of the list{{/en}}">
  {{#before}}<a rel="prev" href="{{.}}">{{#vi}}← Trang trước{{/vi}}{{#en}}← Previous{{/en}}</a>{{/before}}
  <span>{{#vi}}Trang {{page}}{{/vi}}{{#en}}Page {{page}}{{/en}}</span>
  {{#after}}<a rel="next" href="{{.}}">{{#vi}}Trang sau →{{/vi}}{{#en}}Next →{{/en}}</a>{{/after}}
  </nav>
  {{/isNeeded}}{{/page.paging}}

  """
