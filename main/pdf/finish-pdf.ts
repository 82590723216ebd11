import { type PageFacts, type PageHeading, pageFacts, pageHeadings } from './page-outline.ts';
import { appendObjects, objectSource, type PdfFile, readPdf, reference } from './pdf-file.ts';

/** An entry of the outline with its place among the others; numbers are those of objects in the file. */
interface OutlineNode {
  readonly heading: PageHeading;
  readonly destination: string;
  readonly number: number;
  readonly parent: number;
  readonly children: OutlineNode[];
}

/**
 * Gives a printed page its title, author, subject, language and, where the engine has made none, an outline from its headings. An appended
 * update: taking the whole file apart and writing it anew, as PDF libraries do, costs as much again as a third of the printing.
 */
export function finishPdf(printed: Uint8Array, html: string, now: Date): Uint8Array {
  const file = readPdf(Buffer.from(printed));
  if (!file) return printed;
  const facts = pageFacts(html);
  const catalog = objectSource(file, file.root);
  const info = file.size;
  const objects = new Map([[info, infoObject(facts, file, now)]]);
  const additions = [
    facts.language && !catalog.includes('/Lang') ? `/Lang ${textString(facts.language)}` : '',
    catalog.includes('/ViewerPreferences') ? '' : '/ViewerPreferences <</DisplayDocTitle true>>',
    catalog.includes('/Outlines') ? '' : addOutline(file, catalog, html, objects),
  ];
  objects.set(
    file.root,
    catalog.replace(/>>$/, `${additions.filter((addition) => addition !== '').join('\n')}>>`),
  );
  blankOldInfo(file);
  return appendObjects(file, objects, info);
}

function infoObject({ title, author, description }: PageFacts, file: PdfFile, now: Date): string {
  const producer = /\/Producer (\([^)]*\))/.exec(
    file.info === null ? '' : objectSource(file, file.info),
  )?.[1];
  const date = `(D:${now.toISOString().replace(/\..*$/, '').replace(/\D/g, '')}Z)`;
  const entries = [
    ['Title', title && textString(title)],
    ['Author', author && textString(author)],
    ['Subject', description && textString(description)],
    ['Creator', '(Codicil)'],
    ['Producer', producer ?? ''],
    ['CreationDate', date],
    ['ModDate', date],
  ];
  return `<<${entries
    .filter(([, value]) => value)
    .map(([key, value]) => `/${key} ${value}`)
    .join('\n')}>>`;
}

/** The engine's own properties name the program and its system in a way that is nobody's business. */
function blankOldInfo(file: PdfFile): void {
  const at = file.info === null ? undefined : file.offsets.get(file.info);
  if (at === undefined) return;
  const from = file.bytes.indexOf('<<', at, 'latin1') + 2;
  const to = file.bytes.lastIndexOf('>>', file.bytes.indexOf('endobj', at, 'latin1'), 'latin1');
  file.bytes.fill(' ', from, to);
}

/** Adds the objects of an outline and gives the catalog's entry for it; empty where no heading has a place in the file. */
function addOutline(file: PdfFile, catalog: string, html: string, objects: Map<number, string>): string {
  const places = destinations(file, catalog);
  const first = file.size + 1;
  const root: OutlineNode[] = [];
  const open: OutlineNode[] = [];
  let next = first + 1;
  for (const heading of pageHeadings(html)) {
    const destination = places.get(heading.anchor);
    if (!destination || heading.text === '') continue;
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) open.pop();
    const parent = open.at(-1);
    const node = { heading, destination, number: next++, parent: parent?.number ?? first, children: [] };
    (parent?.children ?? root).push(node);
    open.push(node);
  }
  if (root.length === 0) return '';
  const single = root.length === 1 ? (root[0]?.children.length ?? 0) : 0;
  objects.set(
    first,
    `<</Type /Outlines\n/First ${root[0]?.number} 0 R\n/Last ${root.at(-1)?.number} 0 R\n/Count ${root.length + single}>>`,
  );
  addNodes(root, objects, root.length === 1);
  return `/Outlines ${first} 0 R\n/PageMode /UseOutlines`;
}

/** Entries are closed, so that the first look shows the parts of the document; a negative count says so (12.3.3). A title alone is open. */
function addNodes(nodes: readonly OutlineNode[], objects: Map<number, string>, open: boolean): void {
  for (const [index, { heading, destination, number, parent, children }] of nodes.entries()) {
    const previous = nodes[index - 1];
    const following = nodes[index + 1];
    const links = [
      `/Title ${textString(heading.text)}`,
      `/Parent ${parent} 0 R`,
      previous ? `/Prev ${previous.number} 0 R` : '',
      following ? `/Next ${following.number} 0 R` : '',
      children[0] ? `/First ${children[0].number} 0 R` : '',
      children.length > 0
        ? `/Last ${children.at(-1)?.number} 0 R\n/Count ${open ? '' : '-'}${children.length}`
        : '',
      `/Dest ${destination}`,
    ];
    objects.set(number, `<<${links.filter((link) => link !== '').join('\n')}>>`);
    addNodes(children, objects, false);
  }
}

/** Places in the file by the ids that links in the page lead to: Chromium writes them as named destinations. */
function destinations(file: PdfFile, catalog: string): ReadonlyMap<string, string> {
  const number = reference(catalog, 'Dests');
  const source = number === null ? '' : objectSource(file, number);
  const named = source.matchAll(/\/([^\s/[\]<>()]*) (\[[^\]]*\])/g);
  return new Map([...named].map(([, name = '', place = '']) => [decodeName(name), place]));
}

/** Bytes that may not stand in a name are written as `#` and two digits (7.3.5). */
function decodeName(name: string): string {
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_escape, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A text string in UTF-16 with its mark (7.9.2.2), in hexadecimal. */
function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
