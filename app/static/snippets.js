// A query as text for a shell or for Python, and the way to the clipboard. `variables` is JSON.

// What some programs take of a link.
export const LONGEST = 2000;

export function curl(address, request) {
  return `curl -s ${inShell(address)} -H 'content-type: application/json' -d ${inShell(body(request))}`;
}

export function python(address, request) {
  const { query, variables, operationName } = JSON.parse(body(request));
  const name = operationName ? `, "operationName": ${JSON.stringify(operationName)}` : "";
  return [
    "import json",
    "from urllib.request import Request, urlopen",
    "",
    `query = ${inPython(query)}`,
    `variables = json.loads(${inPython(JSON.stringify(variables, null, 2))})`,
    `body = json.dumps({"query": query, "variables": variables${name}}).encode()`,
    `request = Request(${JSON.stringify(address)}, body, {"content-type": "application/json"})`,
    "print(json.dumps(json.load(urlopen(request)), ensure_ascii=False, indent=2))",
    "",
  ].join("\n");
}

// An intranet is often plain http, where browsers offer no clipboard: the old way still works there.
export async function toClipboard(text) {
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

function body({ query, variables, operationName }) {
  return JSON.stringify({ query, variables: JSON.parse(variables.trim() || "{}"), operationName });
}

function inShell(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

// Over several lines as it was written; every other quote that could end it is escaped.
function inPython(text) {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"').replace(/"$/, '\\"');
  return `"""${escaped}"""`;
}
