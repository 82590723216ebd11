import type { Passage, Reading } from './reading.ts';

/** Lines of an address that follow a name as paragraphs of their own. */
const MAXIMUM_LINES = 5;
const LONGEST_LINE = 60;

/** The postal address that follows a name: in the same sentence, on the next lines, or in the next short paragraphs. */
export function addressAfter(reading: Reading, passage: Passage, at: number): string {
  const rest = passage.plain.text.slice(at);
  const lines = rest.split('\n');
  if (lines.length > 1 && !(lines[0] ?? '').replace(/[\s,*:]/g, '')) return joinLines(lines.slice(1));
  const inline =
    /^[\s,:(]*(?:(?:which is |is )?(?:located|based|registered|(?:has|having) its (?:\w+ ){0,2}offices?|with (?:its |an |a )?(?:registered |principal )?(?:office|address|place of business))(?: at| in)? )?([^.;()@]*(?:\.[^\s][^.;()@]*|\. (?=[\p{Lu}\d][^.;()@]{0,60}\d)[^.;()@]*)*)/u.exec(
      rest,
    )?.[1];
  const candidate = stripTail((inline ?? '').replace(/^(?:attn|attention|fao|c\/o)\b[^,]*,\s*/i, ''));
  if (isAddress(candidate)) return candidate;
  const office =
    /^[^.;]{0,60}\boffices? (?:is |are )?(?:located )?at ([\p{Lu}\d][^.;,]{11,120}?)(?=[.;]|, (?:and|which|who|registered)\b)/u.exec(
      rest,
    )?.[1];
  if (office && /\d/.test(office)) return office;
  return rest.replace(/[\s.,:*]/g, '') ? '' : fromNextParagraphs(reading, passage);
}

function fromNextParagraphs(reading: Reading, passage: Passage): string {
  const lines: string[] = [];
  for (let index = passage.index + 1; lines.length < MAXIMUM_LINES; index++) {
    const next = reading.passages[index];
    if (next?.kind !== 'paragraph' || next.plain.text.length > LONGEST_LINE) break;
    lines.push(next.plain.text);
  }
  return joinLines(lines);
}

function joinLines(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines.map((part) => part.trim().replace(/,$/, ''))) {
    if (!line || line.length > LONGEST_LINE || /@|:\/\//.test(line)) break;
    if (!/^(?:attn|attention|c\/o|re)\b/i.test(line)) kept.push(line);
  }
  const address = kept.join(', ');
  return isAddress(address) ? address : '';
}

/** An address has a number and at least two parts. */
function isAddress(text: string): boolean {
  return (
    /\d/.test(text) && /,/.test(text) && text.length > 12 && text.length < 220 && /^[\p{Lu}\d]/u.test(text)
  );
}

function stripTail(text: string): string {
  return text
    .replace(
      /,?\s+(?:is|are|who|which|where|entered|registered|incorporated|under|visit|please|if|you|we|attn|attention|fao|c\/o)\b.*$/is,
      '',
    )
    .replace(/,?\s+(?:or|and|by|at|via|e-?mail|tel|phone)\b(?:\s\S+)?\s*$/i, '')
    .replace(/,\s*[\w.+-]*$/, (tail) => (/^,\s*(?:\p{Lu}|\d)/u.test(tail) ? tail : ''))
    .replace(/[\s,]+$/, '')
    .trim();
}
