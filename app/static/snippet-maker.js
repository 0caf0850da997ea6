// Beside each snippet a button that copies it. Without this module they are selected by hand.
import { toClipboard } from "./snippets.js";

const words = document.getElementById("snippets").dataset;
const said = document.getElementById("said");

for (const snippet of document.querySelectorAll("#snippets pre")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.copy;
  button.setAttribute("aria-describedby", snippet.getAttribute("aria-labelledby"));
  button.addEventListener("click", async () => {
    try {
      await toClipboard(snippet.textContent);
      said.textContent = words.copied;
    } catch {
      // Without the right to copy the text is selected for the reader's own keys.
      window.getSelection().selectAllChildren(snippet);
      said.textContent = words.selected;
    }
  });
  snippet.before(button);
}
