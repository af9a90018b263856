/// The overview.
let overviewTemplate = """
  <p><span class="badge {{page.linkTone}}">{{page.link}}</span>
  <small>{{#vi}}Cập nhật lúc{{/vi}}{{#en}}As of{{/en}} <time datetime="{{page.nowMachine}}">{{page.nowHuman}}</time></small></p>
  {{#page.problems}}
  <p class="problem" lang="en">{{.}}</p>
  {{/page.problems}}
  {{#page.horizon}}
  <p class="problem near">{{#vi}}Lịch làm việc: {{/vi}}{{#en}}Calendar: {{/en}}{{.}}</p>
  {{/page.horizon}}

  <form action="/dossiers" method="get" role="search">
  <label for="code">{{#vi}}Mã hồ sơ{{/vi}}{{#en}}Dossier code{{/en}}</label>
  <input id="code" name="code" required maxlength="64" autocomplete="off" spellcheck="false" placeholder="H18.101-260302-0001">
  {{#en}}<input type="hidden" name="lang" value="en">{{/en}}
  <button>{{#vi}}Xem{{/vi}}{{#en}}Show{{/en}}</button>
  </form>

  <h2>{{#vi}}Cảnh báo đang có{{/vi}}{{#en}}Alerts that stand{{/en}}</h2>
  {{^page.hasAlerts}}
  <p>{{#vi}}Không có cảnh báo nào.{{/vi}}{{#en}}No alert stands.{{/en}}</p>
  {{/page.hasAlerts}}
  {{#page.hasAlerts}}
  {{>alert-table}}
  {{/page.hasAlerts}}

  <h2>{{#vi}}Hồ sơ theo giai đoạn{{/vi}}{{#en}}Dossiers by stage{{/en}}</h2>
  <dl class="tiles">
  {{#page.stages}}
  <div><dt>{{name}}</dt><dd>{{number}}</dd></div>
  {{/page.stages}}
  </dl>

  <h2>{{#vi}}Việc đang chờ{{/vi}}{{#en}}Work that waits{{/en}}</h2>
  <dl class="tiles">
  {{#page.work}}
  <div class="{{tileTone}}"><dt>{{name}}</dt><dd>{{number}}</dd></div>
  {{/page.work}}
  </dl>

  """
