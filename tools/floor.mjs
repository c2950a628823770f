// Holds the bundles to the oldest browsers that their pages are made for; exit status 1 when something is newer.
//
//   node tools/floor.mjs
//
// esbuild writes newer syntax in an older way (bundle.mjs); here is looked for what it cannot write otherwise: objects
// and their members, selectors and properties. What does no harm where it is missing stands below with its reason.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import doiuse from "doiuse";
import { Linter } from "eslint";
import compat from "eslint-plugin-compat";
import postcss from "postcss";

import { MEMBERS, TRAINERS } from "./browsers.mjs";

const data = createRequire(import.meta.url)("@mdn/browser-compat-data");
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FLOORS = { "server/bundles": MEMBERS, "widgets/bundles": MEMBERS, "slides/bundles": TRAINERS };

// Members that are called only where they are, or whose names are also those of functions of our own.
const MEMBERS_ALLOWED = {
  replaceChildren: "server/static/early/older.js brings it",
  showModal: "asked for before; without it the search is a page",
  togglePopover: "asked for before; without it a meaning opens in the text",
  wasDiscarded: "undefined is as good as false",
  check: "of fonts: those that are there, which old and new browsers tell alike",
};

// Features of styles by their names at caniuse.com, which does not tell a missing detail from what is used here.
const STYLES_ALLOWED = {
  "css-clip-path": "inset() alone, which all know",
  "css-color-adjust": "has its prefix beside it",
  "css-containment": "makes nothing look otherwise",
  "css-content-visibility": "makes nothing look otherwise",
  "css-focus-visible": "without it the browser's own ring is drawn",
  "css-gradients": "between opaque colours, which all know",
  "css-has": "adds to what is complete without it, and stands in rules of its own",
  "css-masks": "clip-path, which all know",
  "css-overflow": "clip cuts corners that may as well be square; the rest is old",
  "css-overscroll-behavior": "without it the page behind scrolls too",
  "css-paged-media": "iPhones choose paper and margins themselves",
  "css-resize": "fields grow by themselves",
  "css-sticky": "not on rows of tables, which all know",
  "css-touch-action": "none alone, which all know since iOS 13",
  "css-widows-orphans": "without it a paragraph may leave a line alone on paper",
  "css3-cursors": "none alone; a telephone has no cursor to hide",
  "flexbox-gap": "server/static/older.css keeps the distance",
  "intrinsic-width": "widths alone, which all know",
  multicolumn: "columns as such are old; breaks inside are wished for, not needed",
  "text-decoration": "colour, line and thickness stand apart",
  "viewport-unit-variants": "stands behind the same in vh",
};

// Of these, what is written so is known to all, or behind a question to the browser.
const STYLES_ALLOWED_SO = {
  "css-logical-props": /^(scroll-margin-|block-size|inset: ?auto$)/,
  "css-not-sel-list": /^(?!.*:not\([^)]*,)/,
};

/** The browsers of a floor as browserslist names them. */
const listed = ({ chrome, firefox, safari }) => [
  `chrome ${chrome}`, `firefox ${firefox}`, `safari ${safari}`, `ios_saf ${safari === "14" ? "14.0-14.4" : safari}`,
];

/** Whether every browser of a floor has what the data describe; versions are "85", "≤37", "15.4", "preview" or false. */
function has(support, floor) {
  const names = { chrome: ["chrome", "chrome_android"], firefox: ["firefox"], safari: ["safari", "safari_ios"] };
  return Object.entries(floor).every(([family, version]) =>
    names[family].every((name) => {
      const [first] = [support[name]].flat();
      if (!first || first.flags || first.version_removed) return false;
      const added = first.version_added;
      return added === true || parseFloat(String(added).replace("≤", "")) <= parseFloat(version);
    }),
  );
}

/** Names of members that no object has in some browser of a floor. */
function newerMembers(floor) {
  const known = new Map();
  for (const objects of [data.api, data.javascript.builtins]) {
    for (const members of Object.values(objects)) {
      for (const [key, { __compat }] of Object.entries(members)) {
        const name = key.replace(/_static$/, "");
        if (__compat) known.set(name, known.get(name) || has(__compat.support, floor));
      }
    }
  }
  return new Set([...known].filter(([, everywhere]) => !everywhere).map(([name]) => name));
}

/** A rule: no member is called that is newer, unless the script has functions of its own by that name. */
function membersRule(newer) {
  const create = (context) => {
    const own = new Set(Object.keys(MEMBERS_ALLOWED));
    const called = [];
    return {
      ":matches(MethodDefinition, Property) > Identifier.key": ({ name }) => own.add(name),
      "CallExpression > MemberExpression.callee[computed=false]": ({ property }) => called.push(property),
      "Program:exit"() {
        for (const node of called) {
          if (newer.has(node.name) && !own.has(node.name)) context.report({ node, message: `${node.name}() is newer` });
        }
      },
    };
  };
  return { rules: { members: { create } } };
}

function scriptFaults(path, { browsers, plugin }) {
  const faults = new Linter().verify(readFileSync(ROOT + path, "utf8"), {
    plugins: { compat, floor: plugin },
    rules: { "compat/compat": "error", "floor/members": "error" },
    languageOptions: { ecmaVersion: 2020, sourceType: path.startsWith("widgets/") ? "module" : "script" },
    settings: { browsers },
  });
  const wrong = faults.filter(({ message }) => !Object.keys(MEMBERS_ALLOWED).some((name) => message.includes(name)));
  return wrong.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
}

function styleFaults(path, { browsers }) {
  const faults = [];
  const told = ({ feature, usage, message }) => {
    const text = usage.selector ?? String(usage);
    if (feature in STYLES_ALLOWED || STYLES_ALLOWED_SO[feature]?.test(text)) return;
    faults.push(`${path}: ${text.slice(0, 80)}: ${message.replace(/^.*?: /su, "")}`);
  };
  postcss([doiuse({ browsers, onFeatureUsage: told })]).process(readFileSync(ROOT + path, "utf8"), { from: path }).sync();
  return faults;
}

const faults = Object.entries(FLOORS).flatMap(([folder, floor]) => {
  const held = { browsers: listed(floor), plugin: membersRule(newerMembers(floor)) };
  const names = readdirSync(ROOT + folder).filter((name) => name.endsWith(".js") || folder !== "widgets/bundles");
  return names.flatMap((name) => (name.endsWith(".js") ? scriptFaults : styleFaults)(`${folder}/${name}`, held));
});
if (faults.length) {
  console.error(`These are newer than the oldest browsers that pages are made for (tools/browsers.mjs):\n${faults.join("\n")}`);
  process.exitCode = 1;
}
