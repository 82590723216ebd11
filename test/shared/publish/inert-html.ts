import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Elements that the publisher may emit; anything else in its output is a finding. */
const HARMLESS = new Set(
  (
    'a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li ' +
    'mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'
  ).split(' '),
);
const HARMLESS_ATTRIBUTES = new Set(
  'alt ariaLabel className colSpan dataLine href id open rel reversed role rowSpan scope span src start tabIndex title value'.split(
    ' ',
  ),
);

/**
 * Reads a fragment with an HTML parser, as a browser would, and names everything in it that could act: elements, attributes and
 * addresses outside a list of harmless ones. An independent reading: it shares no code with the publisher.
 */
export function activeParts(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html, { fragment: true }), found);
  return found;
}

function visit(parent: Root | Element, found: string[]): void {
  for (const child of parent.children) {
    if (child.type === 'comment' || child.type === 'doctype') found.push(child.type);
    if (child.type !== 'element') continue;
    if (!HARMLESS.has(child.tagName)) found.push(`<${child.tagName}>`);
    for (const [name, value] of Object.entries(child.properties)) {
      if (!HARMLESS_ATTRIBUTES.has(name)) found.push(`${child.tagName} ${name}`);
      if (name === 'href' && !isHarmlessAddress(String(value))) found.push(`href ${String(value)}`);
      if (name === 'src' && !/^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(String(value)))
        found.push(`src ${String(value)}`);
    }
    visit(child, found);
  }
}

/** Resolved as a browser does it, from a page on the web and from a file, an address must be openable and leave no local host. */
function isHarmlessAddress(address: string): boolean {
  const fromFile = resolve(address, 'file:///published/policy.html');
  if (fromFile?.protocol === 'file:') return fromFile.host === '';
  return fromFile === null || ['http:', 'https:', 'mailto:', 'tel:'].includes(fromFile.protocol);
}

function resolve(address: string, base: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
