// GraphiQL with the stored questions at hand. Bundled by build.mjs; loaded by static/playground.js.
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { ToolbarButton, useEditorContext } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";

import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";

const FIRST_TABS = 5;

function requestOf(editors) {
  const query = editors.queryEditor?.getValue() ?? "";
  const variables = editors.variableEditor?.getValue() ?? "";
  return { query, variables };
}

function curl(address, { query, variables }) {
  const body = JSON.stringify({ query, variables: variables.trim() ? JSON.parse(variables) : {} });
  return `curl -s ${address} -H 'content-type: application/json' -d '${body.replaceAll("'", "'\\''")}'`;
}

function python(address, { query, variables }) {
  const values = variables.trim() ? variables : "{}";
  return [
    "import json",
    "from urllib.request import Request, urlopen",
    "",
    `query = ${JSON.stringify(query)}`,
    `variables = json.loads(${JSON.stringify(values)})`,
    'body = json.dumps({"query": query, "variables": variables}).encode()',
    `request = Request(${JSON.stringify(address)}, body, {"content-type": "application/json"})`,
    "print(json.dumps(json.load(urlopen(request)), ensure_ascii=False, indent=2))",
  ].join("\n");
}

function link({ query, variables }) {
  const address = new URL(window.location.href);
  address.search = "";
  const lang = new URLSearchParams(window.location.search).get("lang");
  if (lang) address.searchParams.set("lang", lang);
  address.searchParams.set("query", query);
  if (variables.trim()) address.searchParams.set("variables", variables);
  return address.href;
}

// An intranet is often plain http, where browsers offer no clipboard: the old way still works there.
async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const focused = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    focused?.focus();
    if (!copied) throw new Error("The browser did not let the text be copied.");
  }
}

function CopyButtons({ endpoint, words, say }) {
  const editors = useEditorContext({ nonNull: true });
  const address = new URL(endpoint, window.location.href).href;
  const copy = (make) => async () => {
    try {
      await toClipboard(make(requestOf(editors)));
      say(words.copied);
    } catch {
      say(words.notCopied);
    }
  };
  return (
    <>
      <ToolbarButton label={words.copyLink} onClick={copy(link)}>
        <span className="copy">URL</span>
      </ToolbarButton>
      <ToolbarButton label={words.copyCurl} onClick={copy((request) => curl(address, request))}>
        <span className="copy">curl</span>
      </ToolbarButton>
      <ToolbarButton label={words.copyPython} onClick={copy((request) => python(address, request))}>
        <span className="copy">py</span>
      </ToolbarButton>
    </>
  );
}

// CodeMirror takes Tab, and would keep the keyboard for ever: Escape hands it back.
function letEscapeLeave() {
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !event.target.closest?.(".CodeMirror")) return;
      if (document.querySelector(".CodeMirror-hints")) return;
      event.stopImmediatePropagation();
      event.target.blur();
      // At once, CodeMirror would take the focus back.
      setTimeout(() => document.querySelector(".graphiql-execute-button")?.focus(), 0);
    },
    true,
  );
}

// A <details> stays open over the editor until it is told to close.
function letMenuClose() {
  const menu = document.querySelector(".stored");
  window.addEventListener("pointerdown", ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// On a first visit GraphiQL would put what a link asks for in place of the first example.
function tabsOf(queries, opened) {
  const examples = queries.slice(0, FIRST_TABS);
  if (!opened) return examples;
  return [opened, ...examples.filter(({ query }) => query !== opened.query)];
}

export function mount(element, { config, opened, words, say }) {
  const fetcher = async (request) => {
    const answer = await fetch(config.endpoint, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(request),
    });
    return answer.json();
  };
  letEscapeLeave();
  letMenuClose();
  createRoot(element).render(
    <GraphiQL
      fetcher={fetcher}
      plugins={[explorerPlugin({ showAttribution: false })]}
      defaultTabs={tabsOf(config.queries, opened).map(({ query, variables }) => ({ query, variables }))}
      query={opened?.query}
      variables={opened?.variables}
      forcedTheme="system" // as the rest of the page
      shouldPersistHeaders={false}
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
    >
      <GraphiQL.Logo>{words.logo}</GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, copy }) => (
          <>
            {prettify}
            {copy}
            <CopyButtons endpoint={config.endpoint} words={words} say={say} />
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>,
  );
}
