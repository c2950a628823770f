// Writes the bundles: the modules and style sheets of the front end as the few files that browsers load.
//
//   node tools/bundle.mjs           write what has changed
//   node tools/bundle.mjs --check   write nothing; exit status 1 when a bundle is not what its sources give
//   node tools/bundle.mjs --watch   write again whenever a source is saved, until ended
//
// bundles.json beside this file names every source and every bundle with its hash, so that a test without Node
// tells when a source was saved and not bundled.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import isPseudoClass from "@csstools/postcss-is-pseudo-class";
import { context } from "esbuild";
import postcss from "postcss";

import { MEMBERS } from "./browsers.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const MANIFEST = "tools/bundles.json";
// Their versions and settings decide about the bundles as well.
const TOOLS = ["package-lock.json", "tools/browsers.mjs", "tools/bundle.mjs"];
const FOLDERS = ["server/bundles", "slides/bundles", "widgets/bundles"];

// Styles that every widget and every page has, in order; what comes later may change what came before.
const SHARED = ["widgets/shared/theme.css", "widgets/shared/common.css", "widgets/glossary/glossary.css"];
const PAGES = ["frame", "home", "lesson", "room", "print", "older"].map((name) => `server/static/${name}.css`);
const DECK = ["deck", "deck_around", "deck_blocks", "deck_question", "speaker"].map((name) => `slides/static/${name}.css`);
// What the deck's pages load; all other scripts beside them are modules of these.
const DECK_SCRIPTS = { "deck-theme": "deck_theme", deck: "deck", speaker: "speaker", preflight: "preflight" };

const OPTIONS = {
  absWorkingDir: ROOT,
  outdir: ROOT,
  bundle: true,
  write: false,
  metafile: true,
  target: Object.entries(MEMBERS).map(([browser, version]) => browser + version),
  // esbuild leaves Safari 14.0 out because of a rare defect; it could not write destructuring in another way.
  supported: { destructuring: true },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "inline",
  logLevel: "warning",
};
const LIST = "style-list";
// esbuild leaves :is() as it is, and browsers of members that do not know it would drop the whole rule.
const lists = postcss([isPseudoClass({ preserve: false })]);

const read = (path) => readFileSync(join(ROOT, path));
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex");
const byName = (entries) => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));

/** Names of the widgets: each has a folder with an entry module of the same name, which exports by default. */
function widgetNames() {
  return readdirSync(join(ROOT, "widgets")).filter((name) => {
    try {
      return read(`widgets/${name}/${name}.js`).includes("export default");
    } catch {
      return false;
    }
  });
}

/** The style sheets of each list, imported one after another. */
function styleLists(lists) {
  return {
    name: LIST,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${LIST}:`) }, ({ path }) => ({ path, namespace: LIST }));
      build.onLoad({ filter: /.*/, namespace: LIST }, ({ path }) => ({
        contents: lists[path.slice(LIST.length + 1)].map((file) => `@import "./${file}";`).join("\n"),
        resolveDir: ROOT,
        loader: "css",
      }));
    },
  };
}

/** What esbuild is to do: a widget's module stays a module; from file:// pages can load plain scripts only. */
function tasks() {
  const names = widgetNames();
  const scripts = readdirSync(join(ROOT, "server/static")).filter((name) => name.endsWith(".js"));
  const lists = {
    "server/bundles/style": [...SHARED, ...names.map((name) => `widgets/${name}/${name}.css`), ...PAGES],
    "slides/bundles/deck": DECK,
    "slides/bundles/preflight": ["slides/static/preflight.css"],
    ...Object.fromEntries(names.map((name) => [`widgets/bundles/${name}`, [...SHARED, `widgets/${name}/${name}.css`]])),
  };
  return [
    {
      format: "esm",
      charset: "utf8",
      entryPoints: names.map((name) => ({ in: `widgets/${name}/${name}.js`, out: `widgets/bundles/${name}` })),
    },
    {
      format: "iife",
      charset: "utf8",
      entryPoints: [
        ...scripts.map((name) => ({ in: `server/static/${name}`, out: `server/bundles/${basename(name, ".js")}` })),
        ...Object.entries(DECK_SCRIPTS).map(([out, name]) => ({ in: `slides/static/${name}.js`, out: `slides/bundles/${out}` })),
      ],
    },
    // Other letters than ASCII are escaped: a sheet is also put behind others, where no @charset may stand.
    { entryPoints: Object.keys(lists).map((out) => ({ in: `${LIST}:${out}`, out })), plugins: [styleLists(lists)] },
  ];
}

function contentsOf({ path, text, contents }) {
  const ofMembers = path.endsWith(".css") && !path.includes("slides/");
  return ofMembers ? Buffer.from(lists.process(text, { from: undefined }).css) : contents;
}

/** All files that results of esbuild make: the bundles by path, and their manifest. */
function filesOf(results) {
  const bundles = results.flatMap(({ outputFiles }) => outputFiles.map((file) => [file.path.slice(ROOT.length), contentsOf(file)]));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const sources = new Set([...TOOLS, ...inputs.filter((path) => !path.startsWith(`${LIST}:`))]);
  const manifest = {
    sources: byName([...sources].map((path) => [path, hash(read(path))])),
    bundles: byName(bundles.map(([path, contents]) => [path, hash(contents)])),
  };
  return new Map([...bundles, [MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]]);
}

function differs(path, contents) {
  try {
    return !read(path).equals(contents);
  } catch {
    return true;
  }
}

/** Paths of the files that are missing, other than they should be, or left over. */
function wrong(files) {
  const there = FOLDERS.flatMap((folder) => {
    try {
      return readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`);
    } catch {
      return [];
    }
  });
  const changed = [...files].filter(([path, contents]) => differs(path, contents)).map(([path]) => path);
  return [...changed, ...there.filter((path) => !files.has(path))];
}

function save(files) {
  for (const path of wrong(files)) {
    if (files.has(path)) {
      mkdirSync(dirname(join(ROOT, path)), { recursive: true });
      writeFileSync(join(ROOT, path), files.get(path));
    } else rmSync(join(ROOT, path));
    console.log(path);
  }
}

async function once(act) {
  const contexts = await Promise.all(tasks().map((task) => context({ ...OPTIONS, ...task })));
  try {
    act(filesOf(await Promise.all(contexts.map((one) => one.rebuild()))));
  } finally {
    await Promise.all(contexts.map((one) => one.dispose()));
  }
}

function check(files) {
  const found = wrong(files);
  if (!found.length) return;
  console.error(`These are not what their sources give: run make bundles\n${found.join("\n")}`);
  process.exitCode = 1;
}

/** A source with a mistake is told by esbuild, and the bundles stay as they were until it is mended. */
async function watch() {
  // Ctrl-C in the terminal is meant for JupyterLab; tools/lab.sh ends this process.
  process.on("SIGINT", () => {});
  const results = [];
  const all = tasks();
  const told = (index) => ({
    name: "told",
    setup: ({ onEnd }) =>
      onEnd((result) => {
        if (result.errors.length) return;
        results[index] = result;
        if (Object.keys(results).length === all.length) save(filesOf(results));
      }),
  });
  const begun = all.map(async (task, index) => {
    const plugins = [...(task.plugins ?? []), told(index)];
    await (await context({ ...OPTIONS, ...task, plugins })).watch();
  });
  await Promise.all(begun);
}

const mode = process.argv[2];
if (mode === "--watch") await watch();
else if (mode === "--check") await once(check);
else await once(save);
