import HTTPTypes
import Hummingbird

/// `/refresh.js`: brings what is new into a page that refreshes itself, without losing the reader's place.
struct ScriptRoute: Sendable {
  func add(to router: Router<WebContext>) {
    router.get("refresh.js") { _, _ in
      var response = Response.text(script, type: "text/javascript; charset=utf-8")
      response.headers[.cacheControl] = "public, max-age=3600"
      return response
    }
  }
}

/// Without it a page says when it was made, and is loaded anew by hand. It leaves a page alone while somebody is in a
/// field or a list of it.
private let script = """
  "use strict";
  const pause = Number(document.documentElement.dataset.refresh) * 1000;
  async function renew() {
    const content = document.getElementById("content");
    const busy = content.contains(document.activeElement) && document.activeElement !== content;
    if (document.hidden || busy || content.querySelector("details[open]")) return;
    const address = new URL(location.href);
    address.searchParams.set("refresh", "auto");
    const answer = await fetch(address, { redirect: "manual", cache: "no-store" });
    if (answer.type === "opaqueredirect") return location.reload();
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("content");
    if (fresh) content.replaceChildren(...fresh.childNodes);
  }
  if (pause > 0) setInterval(() => renew().catch(() => {}), pause);

  """
