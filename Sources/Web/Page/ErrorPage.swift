/// What the error page shows.
struct ErrorModel {
  let detail: String
}

/// Says what is wrong and where to go on.
let errorTemplate = """
  <p>{{page.detail}}</p>
  <p><a href="/{{query}}">{{#vi}}Về trang tổng quan{{/vi}}{{#en}}To the overview{{/en}}</a></p>

  """
