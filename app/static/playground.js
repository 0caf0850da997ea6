// Opens the playground: GraphiQL on a wide screen, a plain form on a narrow one or when asked for.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const config = read("config");
const words = read("words");
const asked = new URLSearchParams(window.location.search);
const stored = config.queries.find(({ stem }) => stem === asked.get("stem"));
const opened = asked.has("query")
  ? { query: asked.get("query"), variables: asked.get("variables") ?? "" }
  : stored;
const say = (text) => {
  document.getElementById("said").textContent = text;
};

const narrow = window.matchMedia("(max-width: 719px)").matches;
document.body.classList.add(narrow || asked.get("mode") === "form" ? "form" : "editor");

if (document.body.classList.contains("editor")) {
  const { mount } = await import("./vendor/playground/playground.js");
  mount(document.getElementById("editor"), { config, opened, words, say });
} else {
  openForm();
}

document.getElementById("reset").addEventListener("click", () => {
  for (const key of Object.keys(window.localStorage)) {
    if (key.startsWith("graphiql:")) window.localStorage.removeItem(key);
  }
  const lang = asked.get("lang");
  window.location.search = lang ? `?lang=${encodeURIComponent(lang)}` : "";
});

function openForm() {
  const [stem, query, variables, answer] = ["stem", "document", "variables", "answer"].map((id) =>
    document.getElementById(id),
  );
  const show = ({ query: text, variables: values }) => {
    query.value = text;
    variables.value = typeof values === "string" && values ? values : "{}";
  };
  if (stored) stem.value = stored.stem;
  show(opened ?? config.queries[0]);
  stem.addEventListener("change", () => {
    show(config.queries.find((each) => each.stem === stem.value));
    answer.textContent = "";
  });
  document.getElementById("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    let values;
    try {
      values = JSON.parse(variables.value || "{}");
    } catch {
      answer.textContent = words.notJson;
      variables.focus();
      return;
    }
    answer.textContent = words.asking;
    try {
      const response = await fetch(config.endpoint, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: query.value, variables: values }),
      });
      answer.textContent = JSON.stringify(await response.json(), null, 2);
    } catch {
      answer.textContent = words.noAnswer;
    }
  });
}
