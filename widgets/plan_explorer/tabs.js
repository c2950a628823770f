// Tabs as the ARIA pattern has them: arrows, Home and End move; only the chosen one is a stop of the Tab key.

import { el } from "../shared/common.js";

let tabSets = 0;

/** Tabs for `[{name, label, panel}]`. `choose(name)` opens one; `node` holds the row of tabs. */
export function createTabs(entries, label) {
  tabSets += 1;
  const tabs = entries.map(({ name, label: words, panel }) => {
    const id = `plan-${tabSets}-${name}`;
    const tab = el("button", {
      type: "button", class: "plan-tab", role: "tab", id, "aria-controls": `${id}-panel`,
      onclick: () => choose(name),
    }, words);
    for (const [key, value] of [["role", "tabpanel"], ["id", `${id}-panel`], ["aria-labelledby", id], ["tabindex", "0"]]) {
      panel.setAttribute(key, value);
    }
    return { name, tab, panel };
  });
  const node = el("div", { class: "plan-tabs", role: "tablist", "aria-label": label, onkeydown: onKey },
    tabs.map(({ tab }) => tab));

  function choose(name) {
    for (const entry of tabs) {
      const chosen = entry.name === name;
      entry.tab.setAttribute("aria-selected", String(chosen));
      entry.tab.tabIndex = chosen ? 0 : -1;
      entry.panel.hidden = !chosen;
    }
  }

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = tabs.findIndex(({ tab }) => tab === event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at < 0 || to === undefined) return;
    // A key that is used here must not also turn a slide.
    event.preventDefault();
    event.stopPropagation();
    const { name, tab } = tabs[(to + tabs.length) % tabs.length];
    choose(name);
    tab.focus();
  }

  choose(entries[0].name);
  return { node, choose };
}
