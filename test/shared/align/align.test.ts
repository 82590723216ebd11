import { describe, expect, it } from 'vitest';
import { align } from '../../../shared/align/align.ts';
import type { AlignedText, Alignment } from '../../../shared/align/alignment.ts';

const heron: AlignedText = {
  label: 'heron',
  text: `# Heron Privacy Policy

This privacy policy explains how Heron handles what you entrust to it.

## What we collect

We collect personal information that you provide, such as your name and email address. When you create an account we ask for a username and password. We store your credit card number and billing address for payments. Our servers log your IP address and browser type.

## Cookies

We use cookies and web beacons to keep you signed in. You can refuse cookies in your browser settings.

## Sharing

We share your information with service providers who work on our behalf, and disclose it where required by law.

## Retention

We retain your data for as long as necessary and delete it within 90 days of the end of your account.

## Whistleblowing

Our carrier pigeons have whistles.

## Contact

If you have any questions, please contact us at our office.
`,
};

const plover: AlignedText = {
  label: 'plover',
  text: `# Plover and your data

This notice describes what Plover does.

## Your account

When you register for an account we ask for a username, a password and your email address.

## Paying us

Your credit card number and billing address go to our payment processor.

## How long we keep things

Records are kept for 12 months and then erased; nothing is stored longer than necessary.

## Who else sees your data

We disclose your data to vendors and contractors, and answer subpoenas and court orders.

## Children

The service is not directed to children under 16.

## Questions

Questions about this notice can be sent to us by email; please contact us.
`,
};

/** Links as pairs of headings. */
function headingPairs(alignment: Alignment): string[] {
  const headings = new Map(
    alignment.documents.flatMap(({ sections }) => sections.map(({ id, heading }) => [id, heading] as const)),
  );
  return alignment.links.map(({ from, to }) => [headings.get(from), headings.get(to)].join(' ~ '));
}

describe('alignment', () => {
  const alignment = align([heron, plover]);

  it('links passages that speak of the same, and specific ones to the general one that covers them', () => {
    expect(headingPairs(alignment)).toEqual([
      'Heron Privacy Policy ~ Plover and your data',
      'What we collect ~ Your account',
      'What we collect ~ Paying us',
      'Sharing ~ Who else sees your data',
      'Retention ~ How long we keep things',
      'Contact ~ Questions',
    ]);
  });

  it('says honestly what corresponds to nothing', () => {
    const unmatched = alignment.documents.flatMap(({ sections }) =>
      sections.filter(({ id }) => alignment.unmatched.includes(id)).map(({ heading }) => heading),
    );
    expect(unmatched).toEqual(['Cookies', 'Whistleblowing', 'Children']);
  });

  it('gives its reasons', () => {
    const link = alignment.links.find(({ reasons }) => reasons.topics.includes('retention'));
    expect(link?.reasons.topicSimilarity).toBeGreaterThan(0.5);
    expect(link?.score).toBeLessThanOrEqual(1);
  });

  it('is the same every time and in either order', () => {
    const first = JSON.stringify(alignment);
    for (let run = 0; run < 5; run++) expect(JSON.stringify(align([heron, plover]))).toBe(first);
    const turned = align([plover, heron]);
    expect(
      headingPairs(turned)
        .map((pair) => pair.split(' ~ ').reverse().join(' ~ '))
        .sort(),
    ).toEqual(headingPairs(alignment).sort());
    expect(turned.links.map(({ score }) => score).sort()).toEqual(
      alignment.links.map(({ score }) => score).sort(),
    );
  });

  it('links two texts the same whoever else is at the table', () => {
    const third = { label: 'third', text: '# Cookies\n\nWe use cookies and web beacons.' };
    const between = align([heron, plover, third]).links.filter(
      ({ from, to }) => from.startsWith('a') && to.startsWith('b'),
    );
    expect(between).toEqual(alignment.links);
  });

  it('says what each covers, mentions and leaves out', () => {
    const status = (topic: string): string[] =>
      [...alignment.coverage, ...alignment.fineCoverage]
        .filter((cell) => cell.topic === topic)
        .map((cell) => cell.status);
    expect(status('data-retention')).toEqual(['covered', 'covered']);
    expect(status('children')).toEqual(['absent', 'covered']);
    expect(status('cookies')).toEqual(['covered', 'absent']);
    expect(status('do-not-track')).toEqual(['absent', 'absent', 'absent', 'absent']);
  });

  it('opens the words behind a cell', () => {
    const cell = alignment.fineCoverage.find(({ topic, document }) => topic === 'children' && document === 1);
    const words = cell?.passages[0]?.evidence.map(({ from, to }) => plover.text.slice(from, to));
    expect(words?.[0]).toBe('Children');
    expect(words?.slice(1).join(' ')).toContain('under 16');
  });

  it.each([[[]], [[heron]], [[{ label: 'empty', text: '' }, heron]]])('stands short input', (documents) => {
    expect(align(documents).links).toEqual([]);
  });

  it('letters documents as spreadsheets letter columns', () => {
    const many = Array.from({ length: 28 }, (_, index) => ({ label: String(index), text: '# A\n\nB.' }));
    const ids = align(many).documents.map(({ sections }) => sections[0]?.id);
    expect([ids[0], ids[25], ids[26], ids[27]]).toEqual(['a1', 'z1', 'aa1', 'ab1']);
  });
});
