import type { TextRange } from '../model/text.ts';

/** An e-mail address in running text. */
export interface FoundEmail extends TextRange {
  readonly email: string;
}

const LOCAL = /[\p{L}\p{N}._%+-]{1,64}$/u;
const DOMAIN = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}@-])/uy;

/** Finds addresses by their `@`, so that the cost does not depend on the length of words without one. */
export function findEmails(text: string): FoundEmail[] {
  const found: FoundEmail[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^[^\p{L}\p{N}]+/u, '');
    DOMAIN.lastIndex = at + 1;
    const domain = local ? DOMAIN.exec(text)?.[0] : undefined;
    if (!local || !domain) continue;
    found.push({ email: `${local}@${domain}`, from: at - local.length, to: at + 1 + domain.length });
  }
  return found;
}
