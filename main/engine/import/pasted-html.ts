import { isTrackingParameter } from '../../../shared/compare/classify.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { clipboardToMarkdown } from './html-to-markdown.ts';
import { tidyOfficeHtml } from './office-html.ts';
import { elementsOf } from './tree-text.ts';

/** What stands between these came from the selection; Windows puts the rest of the page around it. */
const SELECTED = /<!--\s*StartFragment\s*-->([\s\S]*)<!--\s*EndFragment\s*-->/;

/** Clipboard HTML of a word processor or a browser as clean Markdown, without line ends around it. */
export function pastedMarkdown(html: string): Result<string> {
  try {
    const text = clipboardToMarkdown(SELECTED.exec(html)?.[1] ?? html, (root) => {
      tidyOfficeHtml(root);
      for (const element of elementsOf(root)) {
        const { href } = element.properties;
        if (typeof href === 'string') element.properties['href'] = withoutTracking(href);
      }
    });
    return ok(text.replace(/^\n+|\s+$/g, ''));
  } catch (error) {
    // The parsers walk the tree by recursion; nothing that people copy comes near their limit.
    if (error instanceof RangeError)
      return fail('unreadable', 'What was copied is nested too deeply to be read.');
    throw error;
  }
}

/** An address without the parameters that tell where its reader came from; any other address stays as written. */
function withoutTracking(address: string): string {
  const [, before = '', query = '', after = ''] = /^([^?#]*)\?([^#]*)(.*)$/s.exec(address) ?? [];
  if (query === '') return address;
  const kept = query.split('&').filter((part) => !isTrackingParameter(part.split('=')[0] ?? ''));
  if (kept.length === query.split('&').length) return address;
  return `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${after}`;
}
