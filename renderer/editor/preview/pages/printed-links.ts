import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Where a link on a printed page leads: out of the document, or to a destination in it as the file names it. */
export type PrintedTarget =
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'inside'; readonly destination: unknown };

interface LinkAnnotation {
  readonly subtype?: unknown;
  readonly rect?: unknown;
  readonly url?: unknown;
  readonly unsafeUrl?: unknown;
  readonly dest?: unknown;
}

/** The links of a page as elements that lie over its picture; `follow` hears which one was chosen. */
export async function drawLinks(
  page: PDFPageProxy,
  viewport: PageViewport,
  follow: (target: PrintedTarget) => void,
): Promise<HTMLElement> {
  const layer = document.createElement('div');
  layer.className = 'printed-links';
  const annotations: readonly LinkAnnotation[] = await page.getAnnotations({ intent: 'display' });
  for (const annotation of annotations) {
    const target = targetOf(annotation);
    if (target && isRectangle(annotation.rect))
      layer.append(linkElement(target, placeOf(annotation.rect, viewport), follow));
  }
  return layer;
}

function targetOf({ subtype, url, unsafeUrl, dest }: LinkAnnotation): PrintedTarget | null {
  if (subtype !== 'Link') return null;
  const address = typeof url === 'string' ? url : unsafeUrl;
  if (typeof address === 'string') return { kind: 'outside', url: address };
  return dest === null || dest === undefined ? null : { kind: 'inside', destination: dest };
}

function isRectangle(rect: unknown): rect is number[] {
  return Array.isArray(rect) && rect.length === 4;
}

/** In parts of the page, so that it holds while the picture is stretched. */
function placeOf(rect: readonly number[], viewport: PageViewport): Record<string, string> {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle([...rect]).map(Number);
  const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  return {
    left: percent(Math.min(x1, x2), viewport.width),
    top: percent(Math.min(y1, y2), viewport.height),
    width: percent(Math.abs(x2 - x1), viewport.width),
    height: percent(Math.abs(y2 - y1), viewport.height),
  };
}

function linkElement(
  target: PrintedTarget,
  place: Record<string, string>,
  follow: (target: PrintedTarget) => void,
): HTMLElement {
  const link = document.createElement('a');
  Object.assign(link.style, place);
  link.href = target.kind === 'outside' ? target.url : '#';
  link.title = target.kind === 'outside' ? target.url : 'To this place in the document';
  link.setAttribute('aria-label', link.title);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    follow(target);
  });
  return link;
}
