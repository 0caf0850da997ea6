// The keys of the relationship graph: along relationships, not along pixels. Without it every box
// still is a link and the list beside the picture says the same.
const canvas = document.querySelector(".canvas");
const told = document.getElementById("told");
const english = document.documentElement.lang === "en";
const boxes = new Map([...canvas.querySelectorAll("a.node")].map((box) => [box.dataset.id, box]));
const lines = [...canvas.querySelectorAll("g.line[data-source]")];
const way = [];
let chosen = -1;
// Whether the keys move, and not the reader by Tab or mouse: then the way back begins anew.
let going = false;

const from = (box) =>
  lines.filter(({ dataset }) => [dataset.source, dataset.target].includes(box.dataset.id));
const otherEnd = ({ dataset }, box) =>
  boxes.get(dataset.source === box.dataset.id ? dataset.target : dataset.source);

function mark(line) {
  for (const each of canvas.querySelectorAll(".chosen")) each.classList.remove("chosen");
  line?.classList.add("chosen");
  canvas.classList.toggle("following", Boolean(line));
}

function choose(box, step) {
  const own = from(box);
  if (!own.length) return;
  chosen = chosen < 0 && step < 0 ? own.length - 1 : (chosen + step + own.length) % own.length;
  const line = own[chosen];
  mark(line);
  const place = english
    ? `${chosen + 1} of ${own.length}`
    : `${thai(chosen + 1)} จาก ${thai(own.length)}`;
  told.textContent = `${place}: ${line.querySelector("title").textContent}`;
}

const thai = (number) => String(number).replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit]);

function go(box) {
  going = true;
  box.focus();
  going = false;
  told.textContent = "";
  box.scrollIntoView({ block: "nearest", inline: "nearest" });
}

canvas.addEventListener("keydown", (event) => {
  const box = event.target.closest("a.node");
  if (!box || event.altKey || event.ctrlKey || event.metaKey) return;
  const line = from(box)[chosen];
  if (event.key === "ArrowRight") choose(box, 1);
  else if (event.key === "ArrowLeft") choose(box, -1);
  else if (event.key === "ArrowDown" && line) {
    way.push(box);
    go(otherEnd(line, box));
  } else if (event.key === "ArrowUp" && way.length) go(way.pop());
  else return;
  event.preventDefault();
});

canvas.addEventListener("focusin", ({ target }) => {
  if (!target.closest("a.node")) return;
  if (!going) way.length = 0;
  chosen = -1;
  mark();
});

// What stands in the middle is looked at first, or else the first body of the matrix.
const focus = canvas.querySelector(".focus") ?? canvas.querySelector(".chief");
if (focus) {
  const [outer, inner] = [canvas.getBoundingClientRect(), focus.getBoundingClientRect()];
  canvas.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  canvas.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
}
