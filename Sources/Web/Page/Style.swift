import HTTPTypes
import Hummingbird

/// `/style.css`: the look of all pages; the one thing that a browser may keep.
struct StyleRoute: Sendable {
  func add(to router: Router<WebContext>) {
    router.get("style.css") { _, _ in
      var response = Response.text(style + mapStyle, type: "text/css; charset=utf-8")
      response.headers[.cacheControl] = "public, max-age=3600"
      return response
    }
  }
}

/// Light and dark, from a phone's width to a screen on a wall; text and badges keep a contrast of 4.5 : 1.
private let style = """
  :root { color-scheme: light dark; --back: #fff; --text: #1c1e21; --soft: #55595f; --line: #d3d6da; --panel: #f4f5f7;
    --link: #0b4f9e; --good: #14602f; --good-back: #e2f4e7; --near: #7a4300; --near-back: #fdf0d5;
    --bad: #9b1414; --bad-back: #fde7e7; --calm: #43474d; --calm-back: #eceef0 }
  @media (prefers-color-scheme: dark) {
    :root { --back: #14161a; --text: #e8eaed; --soft: #a9aeb6; --line: #3a3f46; --panel: #1e2126; --link: #8ab9f5;
      --good: #86dba0; --good-back: #12311d; --near: #f5c36b; --near-back: #3a2a0c; --bad: #ff9d9d; --bad-back: #431a1a;
      --calm: #c3c7cd; --calm-back: #2b2f35 } }
  * { box-sizing: border-box }
  html { font-size: clamp(1rem, .8rem + .3vw, 1.75rem) }
  body { margin: 0 auto; max-width: 72rem; padding: 0 1rem 3rem; background: var(--back); color: var(--text);
    font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; overflow-wrap: anywhere }
  header { padding: .75rem 0 0; border-bottom: 1px solid var(--line) }
  .bar, .who, .paging, .deeds { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem }
  .bar { justify-content: space-between }
  .find { flex: 1 1 16rem; max-width: 32rem }
  .bar form { margin: 0 }
  nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin-top: .25rem }
  nav a, .name, .who a, footer a, .paging a { display: inline-block; min-height: 1.75rem; padding: .25rem 0 }
  nav a, .name, .who a { text-decoration: none }
  nav a:hover, .name:hover, .who a:hover { text-decoration: underline }
  nav a[aria-current] { color: var(--text); font-weight: 700; text-decoration: none; border-bottom: 3px solid var(--link) }
  .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--soft) }
  main:focus { outline: none }
  .name { font-weight: 700 }
  a { color: var(--link) }
  a:focus-visible, input:focus-visible, button:focus-visible, select:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
  .skip { position: absolute; left: -100vw }
  .skip:focus { left: 1rem; top: .5rem; padding: .25rem .75rem; background: var(--back) }
  h1 { font-size: 1.6rem; line-height: 1.25; margin: 1.25rem 0 .75rem }
  h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
  small { font-size: .875rem; color: var(--soft) }
  td small, th small { display: block; font-weight: 400 }
  small:empty { display: none }
  .code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .925em }
  .scroll { overflow-x: auto }
  table { width: 100%; border-collapse: collapse }
  caption { text-align: left; color: var(--soft); padding-bottom: .25rem }
  th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line) }
  thead th { color: var(--soft); font-weight: 600; white-space: nowrap }
  tbody th { font-weight: 600 }
  time { white-space: nowrap }
  .badge { display: inline-block; white-space: nowrap; padding: .05rem .55rem; border-radius: .4rem; font-weight: 600; color: var(--calm); background: var(--calm-back) }
  .badge.good { color: var(--good); background: var(--good-back) }
  .badge.near { color: var(--near); background: var(--near-back) }
  .badge.bad { color: var(--bad); background: var(--bad-back) }
  .problem { border-left: .3rem solid var(--bad); padding: .25rem .75rem; background: var(--bad-back); color: var(--bad) }
  .problem.near { border-color: var(--near); background: var(--near-back); color: var(--near) }
  .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: .75rem; margin: 0 }
  .tiles div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .75rem; border-radius: .5rem; background: var(--panel) }
  .tiles dt { color: var(--soft) }
  .tiles dd { margin: 0; white-space: nowrap; font-size: 1.6rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums }
  .tiles .near dd { color: var(--near) }
  .facts { margin: 0 }
  .facts div { display: grid; grid-template-columns: minmax(6rem, 9rem) 1fr; gap: .75rem; padding: .2rem 0 }
  .facts dt { color: var(--soft) }
  .facts dd { margin: 0 }
  form { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; margin: 1rem 0 }
  .choice label, .fields label { color: var(--soft) }
  .fields { flex-direction: column; align-items: stretch; max-width: 24rem }
  .fields input { flex: none; max-width: none }
  .fields button { align-self: flex-start }
  .pair { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .5rem }
  th form { margin: .4rem 0 0 }
  th form button { min-height: 1.75rem; padding: .15rem .6rem; white-space: nowrap }
  select, input, button { font: inherit; min-height: 2.25rem; padding: .4rem .6rem; border: 1px solid var(--soft); border-radius: .4rem; color: inherit; background: var(--back) }
  input { flex: 1 1 10rem; min-width: 0; max-width: 24rem }
  select { max-width: 100% }
  button { background: var(--panel); cursor: pointer }
  button.main { color: var(--back); background: var(--link); border-color: var(--link); font-weight: 600 }
  .number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: .75rem }
  .beside { display: grid; gap: 0 2rem }
  .beside > div { min-width: 0 }
  .beside .map { margin-top: 2rem }
  .share { display: block; width: 100%; min-width: 6rem; height: .9rem; margin: .1rem 0 }
  .share .rest { fill: var(--calm-back) }
  .share .good { fill: var(--good) }
  .share .near { fill: var(--near) }
  .share .bad { fill: var(--bad) }
  .share .calm { fill: var(--calm) }
  .share .aim { stroke: var(--text); stroke-width: 3; vector-effect: non-scaling-stroke }
  .shares { width: 45% }
  .rhythm { display: block; width: 100%; height: 5rem; margin: .5rem 0 }
  .rhythm .good { fill: var(--good) }
  .rhythm .calm { fill: var(--calm) }
  .rhythm .bad { fill: var(--bad-back); stroke: var(--bad); vector-effect: non-scaling-stroke }
  .rhythm .ground { stroke: var(--line); vector-effect: non-scaling-stroke }
  .weeks time { white-space: nowrap }
  .plain, .values { list-style: none; margin: 0; padding: 0 }
  .plain li { font-weight: 400; padding: .15rem 0 }
  .values li { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline }
  .values strong { min-width: 7rem }
  .values small { display: inline }
  .about { color: var(--soft); flex: 0 0 10rem }
  .figures th:first-child { width: 40% }
  .figures details p { font-weight: 400; margin: .25rem 0 }
  td.number strong { white-space: nowrap }
  .problem.good { border-color: var(--good); background: var(--good-back); color: var(--good) }
  .tiles .bad dd { color: var(--bad) }
  .tiles a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em }
  .tiles a:hover { text-decoration-color: currentcolor }
  details { margin-top: .4rem }
  summary { cursor: pointer; color: var(--link); min-height: 1.75rem; padding: .2rem 0 }
  .pieces { margin: .25rem 0; padding-left: 1rem; list-style: none; border-left: 3px solid var(--line) }
  .pieces li { padding: .1rem 0; color: var(--soft) }
  .pieces .counted { color: var(--text) }
  .pieces .paused { color: var(--near) }
  .timeline { list-style: none; margin: 0; padding: 0 }
  .timeline li { display: grid; grid-template-columns: minmax(9rem, 12rem) 1fr; gap: .25rem 1rem; padding: .5rem 0 .5rem 1rem; border-left: 3px solid var(--line) }
  .timeline small { display: block }
  pre { padding: .75rem; border-radius: .5rem; background: var(--panel); white-space: pre-wrap }
  @media (min-width: 40rem) { .pair { flex-wrap: nowrap } .pair label { white-space: nowrap } }
  @media (max-width: 40rem) { .drawing { overflow-x: auto } .drawing .map { width: 36rem; max-height: none } .about { flex-basis: 100% } .values strong { min-width: 0 } .badge { white-space: normal } .timeline li { grid-template-columns: 1fr } time { white-space: normal } .tiles { grid-template-columns: 1fr 1fr } th, td { padding-right: .5rem } .facts div { grid-template-columns: 6rem 1fr }
    .stack, .stack tbody, .stack caption { display: block }
    .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
    .stack tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .25rem 1rem; padding: .75rem 0; border-bottom: 1px solid var(--line) }
    .stack th, .stack td { padding: 0; border: 0; width: auto }
    .stack td:last-child { grid-area: 1 / 2; text-align: right; max-width: 14rem }
    .stack [data-head]::before { content: attr(data-head) ": "; color: var(--soft) }
    .stack .number small { display: inline } .figures.stack th:first-child { grid-column: 1 / -1; width: auto }
    .stack td:nth-child(3):not(:last-child) { grid-column: 1 / -1; text-align: left }
    .stack.long td:last-child { grid-area: auto / 1 / auto / -1; text-align: left; max-width: none }
    .stack td:nth-child(2) { grid-area: 2 / 1 / auto / -1; text-align: left; max-width: none } }
  @media (min-width: 60rem) { .beside { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) } .beside .map { position: sticky; top: 0 } }
  @media (min-width: 100rem) { body { max-width: 110rem; padding: 0 2rem 3rem }
    .six { display: grid; grid-template: repeat(5, auto) 1fr / repeat(2, minmax(0, 1fr)); gap: 0 3rem } .six > :last-child { grid-area: 1 / 2 / span 6 }
    .six .figures th:first-child { width: 30% } .six .about { flex-basis: 8.5rem } .six .values strong { min-width: 6rem }
    .wall { display: grid; grid-template: auto 1fr / minmax(0, 2fr) minmax(0, 3fr); gap: 0 3rem }
    .wall .most { grid-area: 1 / 2 / span 2; } .wall .tiles { grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)) } }
  @media (min-width: 120rem) { html { font-size: 1.1vw } .tiles dd { font-size: 2.2rem } }
  @media print { header, footer, form, .skip, .paging { display: none } body { max-width: none; color: #000; background: #fff } details > * { display: block } details::details-content { content-visibility: visible; height: auto }
    html { font-size: 10pt } h2 { break-after: avoid } .wall, .beside, .six { display: block }
    a { color: inherit; text-decoration: none } summary, .deeds, th form { display: none } thead { display: table-header-group } thead th { white-space: normal } tr, .timeline li { break-inside: avoid } .scroll { overflow: visible } }

  """
