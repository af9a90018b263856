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

  <div class="wall">
  <div>
  {{#page.hasStages}}
  <h2>{{#vi}}Việc hôm nay{{/vi}}{{#en}}Today{{/en}}</h2>
  <dl class="tiles">
  {{#page.work}}
  <div class="{{tileTone}}"><dt>{{#href}}<a href="{{.}}">{{name}}</a>{{/href}}{{^href}}{{name}}{{/href}}</dt><dd>{{number}}</dd></div>
  {{/page.work}}
  </dl>
  {{/page.hasStages}}

  {{#page.hasAims}}
  <h2>{{#vi}}Thủ tục qua bưu chính so với chỉ tiêu{{/vi}}{{#en}}Procedures by post against targets{{/en}}</h2>
  <dl class="tiles">
  {{#page.aims}}
  <div class="{{tileTone}}"><dt>{{#href}}<a href="{{.}}">{{name}}</a>{{/href}}</dt><dd>{{number}}</dd></div>
  {{/page.aims}}
  </dl>
  {{/page.hasAims}}

  <h2>{{#vi}}Trong hạn{{/vi}}{{#en}}Within the standard{{/en}}</h2>
  <p>{{page.month}}. <small>{{#page.timelinessKnown}}{{#vi}}Tính lúc{{/vi}}{{#en}}Computed at{{/en}} <time datetime="{{machine}}">{{human}}</time>{{/page.timelinessKnown}}{{^page.timelinessKnown}}{{#vi}}Đang tính, chưa có số liệu{{/vi}}{{#en}}Being computed, no figures yet{{/en}}{{/page.timelinessKnown}}</small></p>
  {{^page.timelinessKnown}}<p><a href="/figures{{query}}">{{#vi}}Chất lượng dịch vụ{{/vi}}{{#en}}Quality of the service{{/en}}</a></p>{{/page.timelinessKnown}}
  {{#page.timelinessKnown}}
  <dl class="tiles">
  {{#page.timeliness}}
  <div class="{{tileTone}}"><dt>{{#href}}<a href="{{.}}">{{name}}</a>{{/href}}</dt><dd>{{number}}</dd></div>
  {{/page.timeliness}}
  </dl>
  {{/page.timelinessKnown}}
  </div>

  <div class="most">
  <h2>{{#vi}}Cảnh báo đang có{{/vi}}{{#en}}Alerts that stand{{/en}}</h2>
  {{^page.hasAlerts}}
  <p>{{#vi}}Không có cảnh báo nào.{{/vi}}{{#en}}No alert stands.{{/en}}</p>
  {{/page.hasAlerts}}
  {{#page.hasAlerts}}
  {{>alert-table}}
  {{/page.hasAlerts}}

  {{#page.hasMore}}<p><a href="/alerts{{query}}">{{#vi}}Tất cả cảnh báo{{/vi}}{{#en}}All alerts{{/en}}</a></p>{{/page.hasMore}}
  </div>

  {{#page.hasStages}}
  <div>
  <h2>{{#vi}}Hồ sơ theo giai đoạn{{/vi}}{{#en}}Dossiers by stage{{/en}}</h2>
  <dl class="tiles">
  {{#page.stages}}
  <div><dt>{{name}}</dt><dd>{{number}}</dd></div>
  {{/page.stages}}
  </dl>
  </div>
  {{/page.hasStages}}
  </div>

  """
