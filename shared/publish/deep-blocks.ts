import type { MarkdownIt } from 'markdown-it';

/** markdown-it drops, without a word, what is nested deeper than its limit of 100; lists take two levels each. */
const DEEPEST_BLOCK = 90;

/** Publishes blocks that are nested absurdly deep as plain paragraphs, marks and all, so that none of their words is lost. */
export function useDeepBlocks(md: MarkdownIt): void {
  md.block.ruler.before('table', 'deep_blocks', (state, startLine, endLine, silent) => {
    if (state.level < DEEPEST_BLOCK) return false;
    if (silent) return true;
    let end = startLine + 1;
    while (end < endLine && !state.isEmpty(end)) end++;
    state.line = end;
    state.push('paragraph_open', 'p', 1).map = [startLine, end];
    const inline = state.push('inline', '', 0);
    inline.content = state.getLines(startLine, end, state.blkIndent, false).trim();
    inline.map = [startLine, end];
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
    return true;
  });
}
