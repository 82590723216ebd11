import { expect, it } from 'vitest';
import { pdfOptions } from '../../main/pdf/pdf-options.ts';

it.each([
  ['US', 'Letter'],
  ['CA', 'Letter'],
  ['DE', 'A4'],
  ['', 'A4'],
])('prints in %j on %s', (country, pageSize) => {
  expect(pdfOptions('Policy', '', country).pageSize).toBe(pageSize);
});

it('takes no markup from the title', () => {
  const { headerTemplate } = pdfOptions('<img src=x onerror=alert(1)> & Sons', '', 'DE');
  expect(headerTemplate).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; Sons');
});

it('says at the foot which edition it is', () => {
  expect(pdfOptions('Policy', 'Version 3 <b>', 'DE').footerTemplate).toContain('Version 3 &lt;b&gt;');
});

it('counts the pages', () => {
  expect(pdfOptions('Policy', '', 'DE').footerTemplate).toMatch(
    /Page <span class="pageNumber">.*of <span class="totalPages">/,
  );
});
