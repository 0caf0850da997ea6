// For other people's pages: <raci-view>, and frames of ours that grow to their content.
// Everything comes from where this script came from, whatever the path before it.
const HOME = new URL(import.meta.url.replace(/(static\/)?embed\.js([?#].*)?$/, ""));
const PATIENCE = 5_000;
const HIGHEST = 20_000;
const WORDS = {
  th: {
    loading: "กำลังโหลด …",
    failed: "แสดงส่วนนี้ไม่ได้",
    refused:
      "กรอบนี้ไม่แสดงเนื้อหา: เว็บนี้อาจยังไม่ได้รับอนุญาตให้ฝัง (ผู้ดูแล RACI Explorer ต้องเพิ่มที่อยู่ของเว็บนี้ใน RACI_FRAMED_BY) หรือเครื่องแม่ข่ายไม่ตอบ",
    open: "เปิดเนื้อหาในแท็บใหม่",
  },
  en: {
    loading: "Loading …",
    failed: "This part cannot be shown",
    refused:
      "This frame shows nothing: this site may not be allowed to embed (whoever runs RACI Explorer has to add its address to RACI_FRAMED_BY), or the server does not answer.",
    open: "Open the content in a new tab",
  },
};
const wordsFor = (lang) => (lang === "en" ? WORDS.en : WORDS.th);

function linkTo(address, words) {
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = words;
  return link;
}

// ---- Several views of a page share what they load.

const loaded = new Map();

function once(address, load) {
  if (!loaded.has(address)) {
    const found = load(address);
    loaded.set(address, found);
    found.catch(() => loaded.delete(address));
  }
  return loaded.get(address);
}

async function text(address, kind) {
  if (!address.startsWith(HOME.href)) throw new Error(address);
  const answer = await fetch(address, { credentials: "omit" });
  if (!(answer.headers.get("content-type") ?? "").startsWith(kind)) throw new Error(answer.status);
  return { ok: answer.ok, text: await answer.text() };
}

async function page(address) {
  const answer = await text(address, "text/html");
  const read = new DOMParser().parseFromString(answer.text, "text/html");
  const main = read.querySelector("main");
  // A refusal says in its first paragraph what is allowed instead.
  if (!answer.ok || !main) throw new Error(read.querySelector("main p")?.textContent ?? "");
  for (const link of main.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
  }
  const links = [...read.querySelectorAll("link[rel=stylesheet]")];
  const sheets = links.map((link) => [
    new URL(link.getAttribute("href"), address).href,
    link.getAttribute("media") ?? "",
  ]);
  return { main, sheets, lang: read.documentElement.lang, theme: read.documentElement.className };
}

// An adopted sheet is no inline style: the strictest policy of the page around it lets it be.
async function sheet(address, media) {
  const answer = await once(address, (each) => text(each, "text/css"));
  if (!answer.ok) throw new Error(address);
  const made = new CSSStyleSheet({ media });
  made.replaceSync(answer.text);
  if (!media) await once(`fonts of ${address}`, async () => giveFonts(made, address));
  return made;
}

// A font named inside a shadow root is not looked at; the document has to know it.
function giveFonts(made, address) {
  for (const rule of made.cssRules) {
    if (!(rule instanceof CSSFontFaceRule)) continue;
    const has = (name) => rule.style.getPropertyValue(name);
    const source = has("src").replace(/url\("?([^")]+)"?\)/, (_, path) => `url("${new URL(path, address).href}")`);
    document.fonts.add(
      new FontFace(has("font-family").replaceAll('"', ""), source, {
        weight: has("font-weight"),
        unicodeRange: has("unicode-range"),
        display: "swap",
      }),
    );
  }
}

// ---- <raci-view view="bodies/post:dcio" lang="en"><a href="...">...</a></raci-view>

// What HTML itself gives an element, and what frameworks hang on one, is not asked of the view.
const NOT_ASKED = /^(view|id|class|style|slot|title|hidden|dir|role|tabindex|part)$|[-_:]/;

class RaciView extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return;
    const words = wordsFor(this.getAttribute("lang"));
    const shadow = this.attachShadow({ mode: "open" });
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    said.textContent = words.loading;
    // The light DOM, a link, stays until there is something better.
    shadow.append(said, document.createElement("slot"));
    try {
      const { main, sheets, lang, theme } = await once(this.address, page);
      shadow.adoptedStyleSheets = await Promise.all(sheets.map((each) => sheet(...each)));
      const held = document.createElement("div");
      held.lang = lang;
      held.className = `embed ${theme}`;
      held.append(document.importNode(main, true));
      shadow.replaceChildren(held);
    } catch (fault) {
      const why = fault instanceof TypeError ? "" : fault.message;
      said.textContent = why ? `${words.failed}: ${why}` : words.failed;
    }
  }

  get address() {
    const asked = [...this.attributes].filter(({ name }) => !NOT_ASKED.test(name));
    const address = new URL(`embed/${this.getAttribute("view") ?? ""}`, HOME);
    for (const { name, value } of asked) address.searchParams.set(name, value);
    return address.href;
  }
}

if (!customElements.get("raci-view")) customElements.define("raci-view", RaciView);

// ---- Frames of ours: as high as they say, and a word where they stay empty.

const frames = [...document.querySelectorAll("iframe")].filter((frame) =>
  frame.src.startsWith(`${HOME.href}embed/`),
);
const notices = new Map();

window.addEventListener("message", ({ source, origin, data }) => {
  const frame = frames.find((each) => each.contentWindow === source);
  // A frame that its page keeps in a sandbox has no origin.
  const isOurs = frame && [HOME.origin, "null"].includes(origin);
  if (!isOurs || data?.type !== "raci:height") return;
  if (!(data.height > 0)) return;
  frame.height = Math.min(Math.ceil(data.height), HIGHEST);
  frame.dataset.raciHeight = "told";
  notices.get(frame)?.remove();
});

function explain(frame) {
  if (frame.dataset.raciHeight || notices.has(frame)) return;
  const words = wordsFor(new URL(frame.src).searchParams.get("lang"));
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.append(words.refused, " ", linkTo(frame.src, words.open));
  frame.after(said);
  notices.set(frame, said);
}

// A frame that is loaded lazily says nothing before it is looked at.
const watch = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    if (!isIntersecting) continue;
    watch.unobserve(target);
    setTimeout(explain, PATIENCE, target);
  }
});

for (const frame of frames) {
  // Nobody may be there yet to hear it: then the frame speaks first when it comes.
  frame.contentWindow.postMessage({ type: "raci:height?" }, "*");
  watch.observe(frame);
}
