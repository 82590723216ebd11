declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  /** Reads footnotes; adds block, inline and core rules. */
  const footnotePlugin: (md: MarkdownIt) => void;
  export = footnotePlugin;
}
