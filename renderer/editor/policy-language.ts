import type { languages } from 'monaco-editor/editor/editor.api';
import { monaco } from './monaco.ts';

/** The id under which policies' Markdown is known to the editor. */
export const POLICY_LANGUAGE = 'policy';

/**
 * Colours for Markdown as policies use it, named after what a writer sees. Structure is never read from this: it is only paint,
 * line by line, so that the first screen has it at once.
 */
const TOKENS: languages.IMonarchLanguage = {
  defaultToken: '',
  tokenizer: {
    root: [
      [/^ {0,3}#{1,6}(?=\s)/, 'mark.heading', '@heading'],
      [/^ {0,3}(?:=+|-{2,})\s*$/, 'mark.heading'],
      [/^ {0,3}(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,})$/, 'mark'],
      [/^\s*>+/, 'mark'],
      [/^\s*(?:[*+-]|\d{1,9}[.)])(?=\s)/, 'mark.list'],
      [/^\s*\|?[\s:|-]*-{3,}[\s:|-]*$/, 'mark.table'],
      [/^\s*```.*$/, 'code', '@fence'],
      [/^ {0,3}\[[^\]]+\]:/, 'link', '@target'],
      { include: '@inline' },
    ],
    heading: [
      [/$/, '', '@pop'],
      [/[^\n]+$/, 'heading', '@pop'],
    ],
    target: [[/.*$/, 'target', '@pop']],
    fence: [
      [/^\s*```\s*$/, 'code', '@pop'],
      [/.*$/, 'code'],
    ],
    inline: [
      [/<!--/, 'comment', '@comment'],
      [/\\[!-/:-@[-`{-~]/, 'escape'],
      [/`[^`]+`/, 'code'],
      [/(\*\*|__)(?=\S)(?:[^*_\\]|\\.)+?\1/, 'strong'],
      [/\*(?=\S)(?:[^*\\]|\\.)+?\*/, 'emphasis'],
      [/\b_(?=\S)(?:[^_\\]|\\.)+?_\b/, 'emphasis'],
      [/~~(?:[^~\\]|\\.)+?~~/, 'struck'],
      [/(!?\[)([^\]\n]*)(\]\()([^)\n]*)(\))/, ['mark', 'link', 'mark', 'target', 'mark']],
      [/<(?:https?:|mailto:)[^>\s]+>/, 'target'],
      [/https?:\/\/[^\s)>\]|]+/, 'target'],
      [/<\/?[a-zA-Z][^>\n]*>/, 'html'],
      [/\|/, 'mark.table'],
      [/[^\\`*_~[\]!<|h]+/, ''],
    ],
    comment: [
      [/-->/, 'comment', '@pop'],
      [/[^-]+|./, 'comment'],
    ],
  },
};

const CONFIGURATION: languages.LanguageConfiguration = {
  comments: { blockComment: ['<!--', '-->'] },
  brackets: [
    ['[', ']'],
    ['(', ')'],
  ],
  colorizedBracketPairs: [],
  surroundingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
    { open: '“', close: '”' },
    { open: '*', close: '*' },
    { open: '_', close: '_' },
  ],
  // Letters of any script, with apostrophes and hyphens inside: what the comparison calls a word too.
  wordPattern: /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/u,
  // Enter at the end of a list item begins the next one, as in a word processor.
  onEnterRules: ['-', '*', '+'].map((bullet) => ({
    beforeText: new RegExp(`^\\s*\\${bullet} .*\\S`),
    action: { indentAction: monaco.languages.IndentAction.None, appendText: `${bullet} ` },
  })),
};

/** Makes the language known to Monaco; once is enough, more often does no harm. */
export function registerPolicyLanguage(): void {
  if (monaco.languages.getLanguages().some((language) => language.id === POLICY_LANGUAGE)) return;
  monaco.languages.register({ id: POLICY_LANGUAGE, extensions: ['.md'], aliases: ['Policy'] });
  monaco.languages.setMonarchTokensProvider(POLICY_LANGUAGE, TOKENS);
  monaco.languages.setLanguageConfiguration(POLICY_LANGUAGE, CONFIGURATION);
}
