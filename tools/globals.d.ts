// What scripts of one page hand to each other, and what the library of browsers does not name.

interface Window {
  /** The widgets' modules by name; written by server/publish/assets.py. */
  kitWidgets?: Record<string, { esm: string; css?: string }>;
  /** Columns of the search index; written by server/publish/search_places.py. */
  kitSearchIndex?: Record<string, any[]>;
  MathJax?: object;
}

interface Document {
  wasDiscarded?: boolean;
}

/** The deck's engine, slides/static/vendor/reveal.js. */
declare const Reveal: new (root: Element, settings: object) => any;
