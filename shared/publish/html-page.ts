import { escapeHtml } from './raw-html.ts';

export interface HtmlPageInput {
  readonly language: string;
  readonly title: string;
  readonly description: string;
  /** Who publishes the page; left out where nobody is named. */
  readonly author?: string;
  /** CSS, already safe to stand in a style element. */
  readonly style: string;
  /** HTML of the body, already safe. */
  readonly body: string;
  /** HTML of further elements in the head, already safe. */
  readonly head?: string;
}

/** Nothing is fetched and nothing runs; pictures are part of the file. */
const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** A complete HTML file that needs nothing besides itself. */
export function htmlPage(page: HtmlPageInput): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(languageTag(page.language))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Codicil">
<meta name="description" content="${escapeHtml(page.description)}">
${page.author ? `<meta name="author" content="${escapeHtml(page.author)}">\n` : ''}<title>${escapeHtml(page.title)}</title>
${page.head ?? ''}<style>${page.style}</style>
</head>
<body>
${page.body}
</body>
</html>
`;
}

function languageTag(language: string): string {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : 'en';
}
