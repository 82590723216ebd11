import { splitSentences } from '../structure/sentences.ts';

/** What a policy says of selling data, in the words of the table. */
export type SaleStatement = 'not sold' | 'sold' | 'may count as a sale';

const OF_DATA = /\b(?:data|information|profiles?|e-?mail addresses)\b/i;
const SELLING = /\b(?:sell|sells|selling|sold|sales?)\b/i;
const NOT_SOLD =
  /\b(?:do(?:es)? not|don[’']t|doesn[’']t|did not|never|will not|won[’']t|have not|has not|not in the business of|neither|nor)\b[^.;]{0,80}\b(?:sell|selling|sold)\b|\bnot (?:be )?sold\b|\bno sales? of\b/i;
/** "May be considered a sale under some laws" is neither a yes nor a no. */
const COUNTS_AS_SALE =
  /\b(?:consider\w*|deem\w*|constitut\w*|defin\w*|qualif\w*|interpret\w*|regarded|treated|meaning of)\b[^.;]{0,80}[“"'‘]?\bs(?:ales?|ell(?:ing)?|old)\b/i;
/** "We sell tickets" and "we sell our business" name other goods: the data must be what is sold. */
const SOLD =
  /\bwe (?:may |do |also |sometimes )*sell (?:(?!and\b|to\b)[\w’'-]+ ){0,4}(?:data|information|profiles?|addresses)\b/i;
/** A merger sells the company with its data, and a right speaks of what people may ask. */
const OF_OTHER_THINGS =
  /\b(?:merg\w+|acqui\w+|bankruptcy|assets?|business|reorgani[sz]ation|opt[- ]?out|right to|request)\b/i;

/** Which statement about selling data a sentence makes; null where it makes none. */
export function readSaleStatement(sentence: string): SaleStatement | null {
  if (!SELLING.test(sentence)) return null;
  if (COUNTS_AS_SALE.test(sentence)) return 'may count as a sale';
  if (!OF_DATA.test(sentence)) return null;
  if (NOT_SOLD.test(sentence)) return 'not sold';
  return SOLD.test(sentence) && !OF_OTHER_THINGS.test(sentence) ? 'sold' : null;
}

/** The first sentence of each statement that a text makes, with its range in the text. */
export function findSaleStatements(
  text: string,
): readonly { readonly statement: SaleStatement; readonly from: number; readonly to: number }[] {
  const found = new Map<SaleStatement, { statement: SaleStatement; from: number; to: number }>();
  for (const { from, to } of splitSentences(text)) {
    const statement = readSaleStatement(text.slice(from, to));
    if (statement && !found.has(statement)) found.set(statement, { statement, from, to });
  }
  return [...found.values()];
}
