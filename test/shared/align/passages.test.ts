import { describe, expect, it } from 'vitest';
import { cutPassages } from '../../../shared/align/passages.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';

/** `lines heading` of each passage, its path where it has parents. */
function outline(text: string): string[] {
  return cutPassages(parseDocument(text)).passages.map(
    ({ fromLine, toLine, path }) => `${fromLine}-${toLine} ${path.join(' > ') || '-'}`,
  );
}

const filler = (words: number): string => `${'plain words of no subject '.repeat(words / 5).trim()}.`;

describe('passages', () => {
  it('are headings with their own text up to the next heading of any level', () => {
    expect(
      outline(
        '# Policy\n\nHello.\n\n## What we collect\n\nNames.\n\n### Logs\n\nAddresses.\n\n## Contact\n\nWrite.',
      ),
    ).toEqual([
      '1-3 Policy',
      '5-7 Policy > What we collect',
      '9-11 Policy > What we collect > Logs',
      '13-15 Policy > Contact',
    ]);
  });

  it('keep text before the first heading', () => {
    expect(outline('Hello there.\n\n# Policy\n\nText.\n\n# Security\n\nText.\n\n# Contact\n\nText.')).toEqual(
      ['1-1 -', '3-5 Policy', '7-9 Security', '11-13 Contact'],
    );
  });

  it('leave out front matter and the note of a web archive', () => {
    expect(outline('---\ntitle: Policy\n---\n\n# A\n\nText.\n\n# B\n\nText.\n\n# C\n\nText.')[0]).toBe(
      '5-7 A',
    );
    expect(outline('> *Archived from example.com.*\n\n# A\n\nText.\n\n# B\n\nText.\n\n# C\n\nText.')[0]).toBe(
      '3-5 A',
    );
  });

  it('do not take a stated date for a heading', () => {
    expect(outline('# Policy\n\n#### Last updated: May 2, 2024\n\nText.\n\n# B\n\nT.\n\n# C\n\nT.')[0]).toBe(
      '1-5 Policy',
    );
  });

  it('find bold lines where headings are missing', () => {
    expect(outline('**Our policy**\n\nText.\n\n**Security**\n\nText.\n\n**Contact us**\n\nText.')).toEqual([
      '1-3 Our policy',
      '5-7 Security',
      '9-11 Contact us',
    ]);
  });

  it('find bold lines in a section too long to be one passage, and leave them alone in a short one', () => {
    const short = `# Policy\n\nText.\n\n# Kinds\n\n**Session cookies**\n\nText.\n\n# Contact\n\nText.`;
    expect(outline(short)).toEqual(['1-3 Policy', '5-9 Kinds', '11-13 Contact']);
    const long = short.replace('**\n\nText.', `**\n\n${filler(500)}\n\n**6.1. By you.**\n\nText.`);
    expect(outline(long)).toEqual([
      '1-3 Policy',
      '5-5 Kinds',
      '7-9 Kinds > Session cookies',
      '11-13 Kinds > 6.1. By you.',
      '15-17 Contact',
    ]);
  });

  it('find the bold titles of a numbered list, not bold words of plain items', () => {
    const items = ['Privacy', 'Your content', 'Changes'].map(
      (title, index) => `${index + 1}.  **${title}**\n\n    1. ${filler(20)}`,
    );
    expect(outline(`# Terms\n\nText.\n\n${items.join('\n\n')}\n\n4.  **Plain**`)).toEqual([
      '1-3 Terms',
      '5-7 Terms > Privacy',
      '9-11 Terms > Your content',
      '13-17 Terms > Changes',
    ]);
  });

  it('read the title below an empty heading', () => {
    expect(outline('# Policy\n\nText.\n\n###\n\nContact Us\n\nWrite.\n\n###\n\nWe read all of it.')).toEqual([
      '1-3 Policy',
      '5-13 Policy > Contact Us',
    ]);
  });

  it('find title lines where nothing is marked up, but not the lines of an address', () => {
    expect(
      outline(
        'Privacy Policy\n\nThis is it.\n\nHow We Share\n\nWe share little.\n\nContact Us\n\nWrite to us:\n\nQuill Ltd\n\n12 High Street\n\nLondon E1 1AA\n',
      ),
    ).toEqual(['1-3 Privacy Policy', '5-7 How We Share', '9-17 Contact Us']);
  });

  it('end where a paragraph begins with a title of another subject', () => {
    expect(
      outline(
        '# Policy\n\nText.\n\n# How we secure data\n\nWith locks.\n\nRetention. We keep it for a year.\n\n# Contact\n\nWrite.',
      ),
    ).toEqual([
      '1-3 Policy',
      '5-7 How we secure data',
      '9-9 How we secure data > Retention',
      '11-13 Contact',
    ]);
  });

  it('are cut by topic where there are no headings, quiet lines staying with what is before them', () => {
    const text = [
      `We are committed to protecting your privacy. This privacy policy describes our practices. ${filler(300)}`,
      `We use cookies and web beacons. Session cookies and persistent cookies are set in your browser. ${filler(300)}`,
      filler(200),
      `We retain your personal data only for as long as necessary. Retention periods differ. ${filler(300)}`,
      `If you have any questions about this policy, please contact us at our office by email. ${filler(200)}`,
    ].join('\n');
    expect(outline(text)).toEqual(['1-1 -', '2-3 -', '4-4 -', '5-5 -']);
  });

  it('cover every word once, in order', () => {
    const text =
      'Before.\n\n# A\n\nOne.\n\n- two\n- three\n\n## B\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n# C\n\nEnd.';
    const { words, passages } = cutPassages(parseDocument(text));
    expect(passages[0]?.fromWord).toBe(0);
    expect(passages.at(-1)?.toWord).toBe(words.length);
    passages.slice(1).forEach((passage, index) => {
      expect(passage.fromWord).toBe(passages[index]?.toWord);
    });
  });

  it.each(['', '\n\n\n', '# ', '---', '***', '```\ncode'])('read %j without fail', (text) => {
    expect(Array.isArray(outline(text))).toBe(true);
  });
});
