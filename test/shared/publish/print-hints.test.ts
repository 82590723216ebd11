import { expect, it } from 'vitest';
import { renderBodyForPage } from '../../../shared/publish/render-policy-body.ts';

function body(text: string): string {
  return renderBodyForPage(text, [])
    .html.replace(/ data-line="\d+"/g, '')
    .trim();
}

it('keeps words joined by hyphens on one line', () => {
  expect(body('A third-party, pre- and post-sale.')).toBe(
    '<p>A <span class="whole">third-party</span>, <span class="whole">pre- and</span> <span class="whole">post-sale</span>.</p>',
  );
});

it('lets a long address break behind a stroke and nowhere near a hyphen', () => {
  const address = `https://a.example/${'long-'.repeat(14)}tail/end`;
  const html = body(`See ${address}`);
  expect(html).toContain('https://a.example/<wbr>');
  expect(html).not.toMatch(/[a-z]-[a-z](?![^<]*<\/span>)(?![^<>]*>)/);
  expect(html.replace(/<[^>]*>/g, '')).toBe(`See ${address}`);
});

it('keeps with the next what leads on to it', () => {
  expect(body('**What we use**\n\nWe use:\n\n- it\n\n**Both** of it.')).toMatch(
    /^<p class="leads-on"><strong>What we use<\/strong><\/p>\n<p class="leads-on">We use:<\/p>[\s\S]*<p><strong>Both/,
  );
});

it('sets a table as records when a row would fill most of a page', () => {
  const table = (words: number): string => `| a | b |\n| - | - |\n| one | ${'word '.repeat(words)} |`;
  expect(body(table(20))).not.toContain('tall-rows');
  expect(body(table(400))).toContain('<table class="tall-rows">');
});
