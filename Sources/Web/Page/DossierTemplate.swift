/// A dossier.
let dossierTemplate = """
  <dl class="facts">
  {{#page.facts}}
  <div><dt>{{name}}</dt><dd>{{value}} <span class="code">{{valueCode}}</span></dd></div>
  {{/page.facts}}
  </dl>

  {{#page.hasAlerts}}
  <h2 id="alerts">{{#vi}}Cảnh báo{{/vi}}{{#en}}Alerts{{/en}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="alerts">
  <table>
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

  <h2 id="deadlines">{{#vi}}Thời hạn{{/vi}}{{#en}}Deadlines{{/en}}</h2>
  {{^page.hasDeadlines}}
  <p>{{#vi}}Chưa có thời hạn nào.{{/vi}}{{#en}}No deadline was set yet.{{/en}}</p>
  {{/page.hasDeadlines}}
  {{#page.hasDeadlines}}
  <div class="scroll" role="region" tabindex="0" aria-labelledby="deadlines">
  <table>
  <thead><tr>
  <th scope="col">{{#vi}}Thời hạn{{/vi}}{{#en}}Deadline{{/en}}</th>
  <th scope="col">{{#vi}}Bắt đầu và đến hạn{{/vi}}{{#en}}Started and due{{/en}}</th>
  <th scope="col">{{#vi}}Tình trạng{{/vi}}{{#en}}State{{/en}}</th>
  </tr></thead>
  <tbody>
  {{#page.deadlines}}
  <tr>
  <th scope="row">{{clock}} <small class="code">{{deadlineItem}}</small>
  <small>{{#vi}}lần {{round}}{{/vi}}{{#en}}round {{round}}{{/en}}</small></th>
  <td>
  {{#due}}<strong><time datetime="{{machine}}">{{human}}</time></strong>{{/due}}
  {{#isProvisional}}<small>{{#vi}}tạm tính{{/vi}}{{#en}}provisional (tạm tính){{/en}}</small>{{/isProvisional}}
  {{^due}}{{#vi}}chưa có ngày, đang tạm dừng{{/vi}}{{#en}}no date while paused{{/en}}{{/due}}
  {{#started}}<small>{{#vi}}Bắt đầu:{{/vi}}{{#en}}Started:{{/en}} <time datetime="{{machine}}">{{human}}</time></small>{{/started}}
  {{#warn}}<small>{{#vi}}Nhắc:{{/vi}}{{#en}}Warning:{{/en}} <time datetime="{{machine}}">{{human}}</time></small>{{/warn}}
  </td>
  <td><span class="badge {{tone}}">{{state}}</span>
  {{#met}}<small>{{#vi}}Xong:{{/vi}}{{#en}}Done:{{/en}} <time datetime="{{machine}}">{{human}}</time></small>{{/met}}
  </td>
  </tr>
  {{/page.deadlines}}
  </tbody>
  </table>
  </div>
  {{/page.hasDeadlines}}

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
  <tr><th scope="row" class="code">{{item}}</th><td>{{papers}}</td><td>{{stage}}</td></tr>
  {{/page.items}}
  </tbody>
  </table>
  </div>
  {{/page.hasItems}}

  {{#page.hasAnomalies}}
  <h2 id="anomalies">{{#vi}}Điều bất thường{{/vi}}{{#en}}What does not fit{{/en}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="anomalies">
  <table>
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
  <h2 id="events">{{#vi}}Sự kiện{{/vi}}{{#en}}Events{{/en}}</h2>
  <div class="scroll" role="region" tabindex="0" aria-labelledby="events">
  <table>
  <thead><tr>
  <th scope="col">{{#vi}}Sự kiện{{/vi}}{{#en}}Event{{/en}}</th>
  <th scope="col">{{#vi}}Lúc{{/vi}}{{#en}}When{{/en}}</th>
  <th scope="col">{{#vi}}Nguồn{{/vi}}{{#en}}Source{{/en}}</th>
  </tr></thead>
  <tbody>
  {{#page.events}}
  <tr>
  <th scope="row">{{word}} <small class="code">{{eventItem}}</small></th>
  <td>{{#time}}<time datetime="{{machine}}">{{human}}</time>{{/time}}
  {{#late}}<small><span class="badge near">{{#vi}}Ghi nhận muộn{{/vi}}{{#en}}Recorded late{{/en}}</span> <time datetime="{{machine}}">{{human}}</time></small>{{/late}}</td>
  <td class="code"><small>{{source}}</small><small>{{event}}</small></td>
  </tr>
  {{/page.events}}
  </tbody>
  </table>
  </div>
  {{/page.hasEvents}}

  """
