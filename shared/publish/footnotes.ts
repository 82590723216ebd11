import type { Env, MarkdownIt } from 'markdown-it';
import footnotePlugin from 'markdown-it-footnote';

type Token = ReturnType<MarkdownIt['parse']>[number];

interface Note {
  readonly label?: string;
  count: number;
}

/** What the plugin keeps about a document: numbers of notes by label, and the notes in the order of their numbers. */
interface Notes {
  readonly refs?: Record<string, number>;
  list?: Note[];
}

/**
 * Footnotes as GitHub has them: `[^label]` in the text, `[^label]: ...` anywhere. The notes stand numbered at the end. A note that nothing
 * refers to, or whose label is taken, is published behind the others: GitHub drops it, and with it words that somebody wrote.
 */
export function useFootnotes(md: MarkdownIt): void {
  md.use(footnotePlugin);
  // Not part of GitHub's syntax: "^[" stands for itself.
  md.inline.ruler.disable('footnote_inline');
  md.core.ruler.before('footnote_tail', 'all_footnotes', ({ tokens, env }) => listAllNotes(tokens, env));
  md.renderer.rules['footnote_ref'] = (tokens, index) => {
    const { number, again } = numbersOf(tokens[index]);
    return `<sup class="footnote-ref"><a href="#fn${number}" id="fnref${number}${again}">[${number}]</a></sup>`;
  };
  md.renderer.rules['footnote_block_open'] = () => '<section class="footnotes">\n<ol>\n';
  md.renderer.rules['footnote_open'] = (tokens, index) => `<li id="fn${numbersOf(tokens[index]).number}">`;
  md.renderer.rules['footnote_anchor'] = (tokens, index, _options, env) => {
    const { number, again } = numbersOf(tokens[index]);
    const referred = (notesOf(env)?.list?.[number - 1]?.count ?? 0) > 0;
    return referred ? ` <a href="#fnref${number}${again}" class="footnote-back">↩</a>` : '';
  };
}

/** Gives a number to each note that the text does not refer to, and a label of its own to each that shares one. */
function listAllNotes(tokens: readonly Token[], env: Env): void {
  const notes = notesOf(env);
  if (!notes?.refs) return;
  notes.list ??= [];
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.type !== 'footnote_reference_open') continue;
    const meta = token.meta as { label: string };
    if (seen.has(meta.label)) meta.label = `${meta.label} ${seen.size}`;
    seen.add(meta.label);
    if ((notes.refs[`:${meta.label}`] ?? -1) >= 0) continue;
    notes.refs[`:${meta.label}`] = notes.list.length;
    notes.list.push({ label: meta.label, count: 0 });
  }
}

function notesOf(env: Env | undefined): Notes | undefined {
  return (env as { footnotes?: Notes } | undefined)?.footnotes;
}

function numbersOf(token: Token | undefined): { readonly number: number; readonly again: string } {
  const { id = 0, subId = 0 } = (token?.meta ?? {}) as { readonly id?: number; readonly subId?: number };
  return { number: id + 1, again: subId > 0 ? `-${subId + 1}` : '' };
}
