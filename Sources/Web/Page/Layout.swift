/// What all pages have around them.
let layoutTemplate = """
  <!DOCTYPE html>
  <html lang="{{lang}}">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>{{title}} · dossierd</title>
  <link rel="stylesheet" href="/style.css">
  </head>
  <body>
  <a class="skip" href="#content">{{#vi}}Đến nội dung{{/vi}}{{#en}}Skip to content{{/en}}</a>
  <header>
  <nav aria-label="{{#vi}}Các trang{{/vi}}{{#en}}Pages{{/en}}">
  <a class="name" href="/{{query}}">dossierd</a>
  <a href="/alerts{{query}}">{{#vi}}Cảnh báo{{/vi}}{{#en}}Alerts{{/en}}</a>
  </nav>
  {{#vi}}<a href="?lang=en" lang="en" hreflang="en">English</a>{{/vi}}
  {{#en}}<a href="?lang=vi" lang="vi" hreflang="vi">Tiếng Việt</a>{{/en}}
  </header>
  <main id="content">
  <h1>{{title}}</h1>
  {{$content}}{{/content}}
  </main>
  </body>
  </html>

  """
