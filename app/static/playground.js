// Opens the playground: GraphiQL on a wide screen; on a narrow one, or asked for, the form is there.
import * as snippets from "./snippets.js";

const config = JSON.parse(document.getElementById("config").textContent);
const { words } = config;
const said = document.getElementById("said");
const say = (text) => {
  said.textContent = text;
};
const page = document.body.classList;
const address = new URL(config.endpoint, window.location.href).href;

if (!page.contains("form") && window.matchMedia("(min-width: 720px)").matches) {
  page.add("editor");
  const { mount } = await import("./vendor/playground/playground.js");
  mount(document.getElementById("editor"), { config, address, snippets, say });
} else {
  page.add("form");
  offerCopies();
}

document.getElementById("reset").addEventListener("click", () => {
  if (!window.confirm(words.reset)) return;
  // At the last moment: GraphiQL writes its tabs a little after each change, this one's too.
  window.addEventListener("pagehide", () => {
    for (const each of ["tabState", "query", "variables"]) {
      window.localStorage.removeItem(`graphiql:${each}`);
    }
  });
  const lang = new URLSearchParams(window.location.search).get("lang");
  window.location.href = window.location.pathname + (lang ? `?lang=${encodeURIComponent(lang)}` : "");
});

function offerCopies() {
  const texts = {
    link: () => window.location.href,
    curl: () => snippets.curl(address, config.request),
    python: () => snippets.python(address, config.request),
  };
  for (const offer of document.querySelectorAll(".copies")) offer.hidden = false;
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      try {
        const text = texts[button.dataset.copy]();
        await snippets.toClipboard(text);
        const cut = button.dataset.copy === "link" && text.length >= snippets.LONGEST;
        say(cut ? words.long : words.copied);
      } catch {
        say(words.notCopied);
      }
    });
  }
}
