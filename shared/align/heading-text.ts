import type { Inline } from '../markdown/document.ts';

/** The characters of inlines without markup; line breaks become spaces. */
export function plainText(inlines: readonly Inline[]): string {
  let out = '';
  for (const inline of inlines) {
    if (inline.kind === 'text' || inline.kind === 'code') out += inline.value;
    else if (inline.kind === 'soft-break' || inline.kind === 'hard-break') out += ' ';
    else if ('children' in inline) out += plainText(inline.children);
  }
  return out;
}

/** A heading as shown and compared: single spaces, no stray emphasis marks or numbering anchors. */
export function tidyHeading(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/^[\s¶#*]+|[\s¶#*]+$/g, '');
}
