import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { countWords } from '../../../shared/model/text.ts';
import { decodeText } from './decode-text.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import type { ParsedFile } from './parsed-file.ts';

/** Browsers look this far for a charset declaration: HTML standard, 13.2.3.2. */
const PRESCAN_BYTES = 1024;
/** Fewer words are no policy. */
const FEW_WORDS = 30;
const META_CHARSET = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i;

/** Reads a page saved from the web as Markdown: its main content, without scripts, navigation and the archive's own additions. */
export function readHtml(bytes: Uint8Array, name: string): Result<ParsedFile> {
  const decoded = decodeText(bytes, name, declaredCharset(bytes));
  if (!decoded.ok) return decoded;
  try {
    const page = htmlToMarkdown(decoded.value.text, name);
    if (page.text.trim() === '')
      return fail('unreadable', `${name} holds no text; it may be made by a script when the page is shown.`);
    return ok({
      ...page,
      format: 'html',
      diagnostics: [
        ...decoded.value.diagnostics,
        ...page.diagnostics,
        ...describeShell(page.text, decoded.value.text, name),
      ],
    });
  } catch (error) {
    // The parsers walk the tree by recursion; no page that people read comes near their limit.
    if (error instanceof RangeError) return fail('unreadable', `${name} is nested too deeply to be read.`);
    throw error;
  }
}

/** A page that its scripts fill is saved as a frame with "Loading…" in it. */
function describeShell(text: string, html: string, source: string): Diagnostic[] {
  const words = countWords(text);
  if (words >= FEW_WORDS || !/<script[\s>]/i.test(html)) return [];
  const message = `Only ${words} words were found; the rest may be made by a script when the page is shown. Save the page from the browser.`;
  return [{ severity: 'warning', message, source }];
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, PRESCAN_BYTES));
  return META_CHARSET.exec(head.toString('latin1').replace(/<!--[\s\S]*?-->/g, ''))?.[1];
}
