import type { MarkdownDocument } from '../markdown/document.ts';
import { parseDocumentInSteps } from '../markdown/parse-document.ts';
import type { Interner } from './interner.ts';
import { cutSegments, type Segment } from './segments.ts';
import { type Steps, within } from './steps.ts';
import { paintRoles } from './token-roles.ts';
import { type Tokens, tokeniseInSteps } from './tokens.ts';

/** A text with everything that comparison needs to know of it. `roles[i]` says what token `i` is to a reader. */
export interface ReadText {
  readonly text: string;
  readonly document: MarkdownDocument;
  readonly tokens: Tokens;
  readonly segments: readonly Segment[];
  readonly roles: Uint8Array;
}

/** Reads a text for comparison: its tree, tokens, covering segments and the role of each token. */
export function* readTextInSteps(text: string, interner: Interner): Steps<ReadText> {
  const document = yield* within(parseDocumentInSteps(text), 0, 0.7);
  const tokens = yield* within(tokeniseInSteps(text, interner), 0.7, 0.9);
  const segments = cutSegments(document, tokens);
  yield 0.95;
  return { text, document, tokens, segments, roles: paintRoles(document, tokens) };
}
