// Builds the playground and copies the fonts into app/static/vendor, byte for byte the same each
// time, with a lock that names every file, its package and its SHA-256.
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;
const vendor = join(here, "../static/vendor");
const playground = join(vendor, "playground");
const fonts = join(vendor, "fonts");
const FONTS = ["thai", "latin"].flatMap((script) =>
  [400, 700].map((weight) => `sarabun-${script}-${weight}-normal.woff2`),
);

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
  // Fonts of the editor come as data: in its style sheet, which our policy refuses; ours are used.
  loader: { ".woff2": "empty", ".woff": "empty", ".ttf": "empty" },
});

const sheet = join(playground, "playground.css");
const css = await readFile(sheet, "utf8");
await writeFile(sheet, css.replace(/@font-face\{[^{}]*\}/g, ""));

for (const font of FONTS) {
  await cp(join(here, "node_modules/@fontsource/sarabun/files", font), join(fonts, font));
}
await cp(join(here, "node_modules/@fontsource/sarabun/LICENSE"), join(fonts, "LICENSE"));

// What went into the bundle, from esbuild's own account.
const packages = new Map();
const names = Object.keys(result.metafile.inputs)
  .map((path) => /^node_modules\/(?:.*\/node_modules\/)?((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[0])
  .filter(Boolean);
for (const folder of new Set([...names, "node_modules/@fontsource/sarabun/"])) {
  const facts = JSON.parse(await readFile(join(here, folder, "package.json"), "utf8"));
  packages.set(`${facts.name}@${facts.version}`, facts.license ?? "see its licence file");
}

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
await writeFile(join(vendor, "../vendor.lock.json"), `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${files.length} files, ${files.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`);
