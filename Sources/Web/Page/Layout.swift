/// What all pages have around them.
let layoutTemplate = """
  <!DOCTYPE html>
  <html lang="{{lang}}"{{#refresh}} data-refresh="{{.}}"{{/refresh}}>
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>{{title}} · dossierd</title>
  <link rel="stylesheet" href="/style.css">
  {{#refresh}}<script src="/refresh.js" defer></script>{{/refresh}}
  </head>
  <body>
  <a class="skip" href="#content">{{#vi}}Đến nội dung{{/vi}}{{#en}}Skip to content{{/en}}</a>
  <header>
  <div class="bar">
  <a class="name" href="/{{query}}">dossierd</a>
  {{#mayFind}}
  <form class="find" action="/search" method="get" role="search">
  <label for="q" class="hidden">{{#vi}}Mã hồ sơ hoặc số hiệu bưu gửi{{/vi}}{{#en}}Dossier code or item{{/en}}</label>
  <input id="q" name="q" type="search" required maxlength="64" autocomplete="off" spellcheck="false" placeholder="{{#vi}}Mã hồ sơ hoặc bưu gửi{{/vi}}{{#en}}Dossier code or item{{/en}}">
  {{#en}}<input type="hidden" name="lang" value="en">{{/en}}
  <button>{{#vi}}Tìm{{/vi}}{{#en}}Find{{/en}}</button>
  </form>
  {{/mayFind}}
  <div class="who">
  {{#viewer}}<span>{{name}} <small>{{role}}</small></span>
  {{#canLogOut}}<form action="/logout" method="post"><input type="hidden" name="seal" value="{{seal}}"><button>{{#vi}}Đăng xuất{{/vi}}{{#en}}Log out{{/en}}</button></form>{{/canLogOut}}{{/viewer}}
  {{#vi}}<a href="{{other}}" lang="en" hreflang="en">English</a>{{/vi}}
  {{#en}}<a href="{{other}}" lang="vi" hreflang="vi">Tiếng Việt</a>{{/en}}
  </div>
  </div>
  {{#hasNavigation}}
  <nav aria-label="{{#vi}}Các trang{{/vi}}{{#en}}Pages{{/en}}">
  {{#navigation}}<a href="{{href}}{{query}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{label}}</a>
  {{/navigation}}
  </nav>
  {{/hasNavigation}}
  </header>
  <main id="content" tabindex="-1">
  <h1>{{title}}</h1>
  {{$content}}{{/content}}
  </main>
  <footer>
  <p>{{#refresh}}{{#vi}}Trang tự làm mới mỗi phút.{{/vi}}{{#en}}This page refreshes itself every minute.{{/en}}
  <a href="{{still}}">{{#vi}}Ngừng tự làm mới{{/vi}}{{#en}}Stop refreshing{{/en}}</a>{{/refresh}}
  {{#isStill}}<a href="{{moving}}">{{#vi}}Tự làm mới mỗi phút{{/vi}}{{#en}}Refresh every minute{{/en}}</a>{{/isStill}}
  <a href="/lookup{{query}}">{{#vi}}Tra cứu hồ sơ dành cho công dân{{/vi}}{{#en}}For citizens: state of a dossier{{/en}}</a></p>
  </footer>
  </body>
  </html>

  """
