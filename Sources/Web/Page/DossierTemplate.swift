/// A dossier.
let dossierTemplate = """
  <dl class="facts">
  {{#page.facts}}
  <div><dt>{{name}}</dt><dd><span{{#valueLang}} lang="{{.}}"{{/valueLang}}>{{value}}</span> <span class="code">{{valueCode}}</span></dd></div>
  {{/page.facts}}
  </dl>

  {{#page.hasAlerts}}
  <h2 id="alerts">{{#vi}}Cảnh báo{{/vi}}{{#en}}Alerts{{/en}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="alerts">
  <table class="stack">
  <thead><tr>
  <th scope="col">{{#vi}}Cảnh báo{{/vi}}{{#en}}Alert{{/en}}</th>
  <th scope="col">{{#vi}}Về{{/vi}}{{#en}}About{{/en}}</th>
  <th scope="col">{{#vi}}Từ lúc{{/vi}}{{#en}}Since{{/en}}</th>
  </tr></thead>
  <tbody>
  {{#page.alerts}}
  <tr>
  <th scope="row"><span class="badge {{tone}}">{{kind}}</span> <small>{{state}}</small></th>
  <td>{{matter}} <small class="code">{{alertItem}}</small></td>
  <td>{{#since}}<time datetime="{{machine}}">{{human}}</time>{{/since}}</td>
  </tr>
  {{/page.alerts}}
  </tbody>
  </table>
  </div>
  {{/page.hasAlerts}}

  {{>deadline-table}}

  {{#page.hasItems}}
  <h2 id="items">{{#vi}}Bưu gửi{{/vi}}{{#en}}Items{{/en}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="items">
  <table>
  <thead><tr>
  <th scope="col">{{#vi}}Số hiệu{{/vi}}{{#en}}Item{{/en}}</th>
  <th scope="col">{{#vi}}Giấy tờ{{/vi}}{{#en}}Papers{{/en}}</th>
  <th scope="col">{{#vi}}Tình trạng{{/vi}}{{#en}}State{{/en}}</th>
  </tr></thead>
  <tbody>
  {{#page.items}}
  <tr><th scope="row" class="code"><a href="/items/{{item}}{{query}}">{{item}}</a></th><td>{{papers}}</td><td>{{stage}}</td></tr>
  {{/page.items}}
  </tbody>
  </table>
  </div>
  {{/page.hasItems}}

  {{#page.hasTold}}{{>told-table}}{{/page.hasTold}}

  {{#page.hasAnomalies}}
  <h2 id="anomalies">{{#vi}}Điều bất thường{{/vi}}{{#en}}What does not fit{{/en}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="anomalies">
  <table class="stack">
  <thead><tr>
  <th scope="col">{{#vi}}Bất thường{{/vi}}{{#en}}Anomaly{{/en}}</th>
  <th scope="col">{{#vi}}Lúc{{/vi}}{{#en}}When{{/en}}</th>
  <th scope="col">{{#vi}}Sự kiện{{/vi}}{{#en}}Event{{/en}}</th>
  </tr></thead>
  <tbody>
  {{#page.anomalies}}
  <tr>
  <th scope="row">{{what}} <small class="code">{{anomalyItem}}</small></th>
  <td>{{#time}}<time datetime="{{machine}}">{{human}}</time>{{/time}}</td>
  <td class="code"><small>{{source}}</small><small>{{event}}</small></td>
  </tr>
  {{/page.anomalies}}
  </tbody>
  </table>
  </div>
  {{/page.hasAnomalies}}

  {{#page.hasEvents}}
  {{>event-table}}
  {{/page.hasEvents}}

  """
