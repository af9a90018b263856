/// The look of maps, part of `/style.css`: blue to orange, which no common colour blindness mixes up, and a pattern for
/// what is not reached.
let mapStyle = """
  .map { display: block; width: 100%; height: auto; max-height: 95vh; --reached: #9ccbee; --near: #f7e2a5; --far: #f4b28f;
    --hatch: #8a3d12; --nothing: #e9ebee }
  @media (prefers-color-scheme: dark) {
    .map { --reached: #1d5380; --near: #5c4a14; --far: #74351a; --hatch: #f0a47c; --nothing: #2b2f35 } }
  .map .reached { fill: var(--reached) }
  .map .near { fill: var(--near) }
  .map .far { fill: var(--far) }
  .map .none, .map .unmeasured { fill: var(--nothing) }
  .map .hatch { stroke: var(--hatch); stroke-width: 1; fill: var(--hatch) }
  .map .border { fill: none; stroke: var(--back, #fff); stroke-width: 2.5; stroke-linecap: round }
  .map .coast { fill: none; stroke: var(--soft, #55595f); stroke-width: 1.5; stroke-linecap: round }
  .map text { fill: var(--text, #1c1e21); stroke: var(--back, #fff); stroke-width: .25em; stroke-linejoin: round;
    paint-order: stroke; font-family: system-ui, "Noto Sans", sans-serif; text-anchor: middle }
  .map .name { font-weight: 600 }
  .map .legend text { text-anchor: start; font-size: 13px }
  @media (forced-colors: active) { .map .border, .map .coast { stroke: CanvasText } }

  """
