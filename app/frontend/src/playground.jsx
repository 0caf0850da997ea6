// GraphiQL with the stored questions at hand. Bundled by build.mjs; loaded by static/playground.js.
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { ToolbarButton, useEditorContext } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { stripIgnoredCharacters } from "graphql";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";

import { LONGEST } from "../../static/snippets.js";
import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";

const FIRST_TABS = 5;

function requestOf({ queryEditor, variableEditor }) {
  const query = queryEditor?.getValue() ?? "";
  const variables = variableEditor?.getValue() ?? "";
  // One operation needs no name.
  const operationName = queryEditor?.operations?.length > 1 ? queryEditor.operationName : undefined;
  return { query, variables, operationName };
}

// A stored question is named by its stem; of a long one only what counts is kept.
function link(queries, { query, variables }) {
  const written = (name, value) => {
    const address = new URL(window.location.href);
    const lang = address.searchParams.get("lang");
    address.search = "";
    address.hash = "";
    if (lang) address.searchParams.set("lang", lang);
    address.searchParams.set(name, value);
    if (variables.trim()) address.searchParams.set("variables", variables);
    return address.href;
  };
  const stored = queries.find((each) => each.query === query);
  if (stored) return written("stem", stored.stem);
  const whole = written("query", query);
  return whole.length < LONGEST ? whole : written("query", stripIgnoredCharacters(query));
}

function CopyButtons({ queries, address, words, snippets, say }) {
  const editors = useEditorContext({ nonNull: true });
  const copy = (make) => async () => {
    try {
      const text = make(requestOf(editors));
      await snippets.toClipboard(text);
      say(make === toLink && text.length >= LONGEST ? words.long : words.copied);
    } catch {
      say(words.notCopied);
    }
  };
  const toLink = (request) => link(queries, request);
  return (
    <>
      <ToolbarButton label={words.copyLink} onClick={copy(toLink)}>
        <span className="copy">URL</span>
      </ToolbarButton>
      <ToolbarButton label={words.copyCurl} onClick={copy((request) => snippets.curl(address, request))}>
        <span className="copy">curl</span>
      </ToolbarButton>
      <ToolbarButton label={words.copyPython} onClick={copy((request) => snippets.python(address, request))}>
        <span className="copy">py</span>
      </ToolbarButton>
    </>
  );
}

// The editors have no names of their own, and the way to the form knows nothing of the editor.
function Aids({ queries, words }) {
  const editors = useEditorContext({ nonNull: true });
  useEffect(() => {
    editors.queryEditor?.setOption("screenReaderLabel", words.query);
    editors.variableEditor?.setOption("screenReaderLabel", words.variables);
    editors.responseEditor?.setOption("screenReaderLabel", words.answer);
  }, [editors.queryEditor, editors.variableEditor, editors.responseEditor]);
  useEffect(() => {
    const way = document.querySelector(".to-form");
    const keep = () => {
      way.href = `${link(queries, requestOf(editors))}&mode=form`;
    };
    way.addEventListener("click", keep);
    return () => way.removeEventListener("click", keep);
  }, [editors]);
  return null;
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

export function mount(element, { config, address, snippets, say }) {
  const { queries, opened, words } = config;
  const fetcher = async (request) => {
    const answer = await fetch(address, {
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
      defaultTabs={tabsOf(queries, opened).map(({ query, variables }) => ({ query, variables }))}
      query={opened?.query}
      variables={opened?.variables}
      forcedTheme="system" // as the rest of the page
      shouldPersistHeaders={false}
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
    >
      <GraphiQL.Logo> </GraphiQL.Logo>
      <GraphiQL.Toolbar>
        {({ prettify, merge, copy }) => (
          <>
            {prettify}
            {merge}
            {copy}
            <CopyButtons queries={queries} address={address} words={words} snippets={snippets} say={say} />
            <Aids queries={queries} words={words} />
          </>
        )}
      </GraphiQL.Toolbar>
    </GraphiQL>,
  );
}
