// Builds the playground and copies the fonts into app/static/vendor, byte for byte the same each
// time, with a lock that names every file, its package and its SHA-256. Another folder than
// app/static can be named, to compare.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const target = resolve(process.argv[2] ?? join(here, "../static"));
const vendor = join(target, "vendor");
const playground = join(vendor, "playground");
const fonts = join(vendor, "fonts");
const FONTS = ["thai", "latin"].flatMap((script) =>
  [400, 700].map((weight) => `sarabun-${script}-${weight}-normal.woff2`),
);

// Dialogs lock the page's scrolling by a <style> element, which our policy refuses; a style sheet
// that a script constructs and adopts is allowed. This stands in for that one module.
const ADOPTED = `export function stylesheetSingleton() {
  const sheet = new CSSStyleSheet();
  let users = 0;
  return {
    add(css) {
      if (users++) return;
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    },
    remove() {
      if (--users) return;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
}`;
let adopted = false;
const adoptStyles = {
  name: "adopt-styles",
  setup({ onLoad }) {
    onLoad({ filter: /react-style-singleton\/dist\/es2015\/singleton\.js$/ }, () => {
      adopted = true;
      return { contents: ADOPTED };
    });
  },
};

await rm(vendor, { recursive: true, force: true });
await mkdir(fonts, { recursive: true });

const result = await build({
  entryPoints: [join(here, "src/playground.jsx")],
  outdir: playground,
  absWorkingDir: here,
  bundle: true,
  minify: true,
  format: "esm",
  jsx: "automatic",
  target: "es2022",
  metafile: true,
  define: { "process.env.NODE_ENV": '"production"' },
  legalComments: "linked",
  plugins: [adoptStyles],
  // Fonts of the editor come as data: in its style sheet, which our policy refuses; ours are used.
  loader: { ".woff2": "empty", ".woff": "empty", ".ttf": "empty" },
});

if (!adopted) throw new Error("react-style-singleton has moved: adapt adoptStyles in build.mjs");

const sheet = join(playground, "playground.css");
const css = await readFile(sheet, "utf8");
await writeFile(sheet, css.replace(/@font-face\{[^{}]*\}/g, ""));

for (const font of FONTS) {
  await cp(join(here, "node_modules/@fontsource/sarabun/files", font), join(fonts, font));
}
await cp(join(here, "node_modules/@fontsource/sarabun/LICENSE"), join(fonts, "LICENSE"));
// Pictures need whole TrueType files and the width of each letter.
execFileSync(join(here, "../../.venv/bin/python"), [join(here, "fonts.py"), fonts]);

// What went into the bundle, from esbuild's own account; equal licence texts are printed once.
const packages = new Map();
const licences = new Map();
const NO_TEXT = "These packages name their licence and come without its text.";
const names = Object.keys(result.metafile.inputs)
  .map((path) => /^node_modules\/(?:.*\/node_modules\/)?((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[0])
  .filter(Boolean);
for (const folder of new Set([...names, "node_modules/@fontsource/sarabun/"])) {
  const facts = JSON.parse(await readFile(join(here, folder, "package.json"), "utf8"));
  const name = `${facts.name}@${facts.version}`;
  packages.set(name, facts.license ?? "see its licence file");
  if (facts.name === "@fontsource/sarabun") continue;
  const file = (await readdir(join(here, folder))).sort().find((each) => /^licen[cs]e/i.test(each));
  const text = file ? (await readFile(join(here, folder, file), "utf8")).trim() : NO_TEXT;
  licences.set(text, [...(licences.get(text) ?? []), `${name} (${facts.license})`].sort());
}
const printed = [...licences].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`).sort();
await writeFile(join(playground, "LICENSES.txt"), printed.join(`\n${"-".repeat(72)}\n\n`));

const files = [];
for (const entry of await readdir(vendor, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const bytes = await readFile(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  files.push({ path: relative(vendor, path), bytes: bytes.length, sha256 });
}
files.sort((a, b) => (a.path < b.path ? -1 : 1));
const lock = { packages: Object.fromEntries([...packages].sort()), files };
await writeFile(join(target, "vendor.lock.json"), `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${files.length} files, ${files.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`);
