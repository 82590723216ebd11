import { describe, expect, it } from 'vitest';
import { align } from '../../../shared/align/align.ts';
import { categories, topics } from '../../../shared/align/topics/topic-tree.ts';

/** The plainest topic of each heading's passage. */
function topicOf(body: string, heading = 'Notes'): string {
  const text = `# ${heading}\n\n${body}`;
  return align([{ label: 'a', text }]).documents[0]?.sections[0]?.topics[0]?.topic ?? 'none';
}

describe('the topic tree', () => {
  it('hangs every fine topic under one of the ten categories', () => {
    const known = new Set(categories.map(({ id }) => id));
    expect(categories).toHaveLength(10);
    expect(topics.filter(({ category }) => !known.has(category))).toEqual([]);
  });

  it('names each topic once and points to broader topics that exist', () => {
    const ids = topics.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(topics.filter(({ broader }) => broader !== undefined && !ids.includes(broader))).toEqual([]);
  });

  it.each([
    ['We hold your records for three years after you leave, then delete them within 30 days.', 'retention'],
    ['Should a data breach occur, we notify you within 72 hours of the security incident.', 'breach-notice'],
    ['The service is not directed to children under the age of 13.', 'children'],
    [
      'You may ask for a copy of your data and exercise your rights to rectify or object to processing.',
      'access-rights',
    ],
    ['Stripe processes your credit card number and billing address for each payment.', 'payment-data'],
    ['If we are acquired by another firm in a merger, your data are among the assets.', 'mergers'],
    ['We answer subpoenas and court orders as required by law.', 'legal-requests'],
    ['All traffic is encrypted with TLS and our servers stand behind firewalls.', 'security-measures'],
    ['Our site does not respond to Do Not Track signals of browsers.', 'do-not-track'],
    [
      'Data may be transferred outside the EEA under Standard Contractual Clauses.',
      'international-transfers',
    ],
    ['California residents have further rights under the CCPA.', 'us-states'],
    ['We use cookies and web beacons to remember you.', 'cookies'],
    ['We never sell your personal information to anyone.', 'data-sale'],
    ['The service is provided "as is", without warranty of any kind, express or implied.', 'disclaimers'],
    ['We are not liable for consequential damages or any loss of profit.', 'liability'],
    [
      'These terms are governed by the laws of Ohio, and its courts have exclusive jurisdiction.',
      'governing-law',
    ],
    ['You agree not to reverse engineer the app, send spam or harass anyone.', 'acceptable-use'],
    ['Your plan will automatically renew, and fees already paid are not refunded.', 'fees'],
    ['You keep ownership of the content and grant us a royalty-free licence to it.', 'content-licence'],
    ['We use session cookies, persistent cookies and strictly necessary cookies.', 'cookie-kinds'],
    ['If you have any questions, please contact us at our office.', 'contact'],
  ])('reads "%s"', (body, expected) => {
    expect(topicOf(body)).toBe(expected);
  });

  it('says nothing where nothing is said', () => {
    expect(topicOf('The weather was fine and the boats came home before dusk.')).toBe('none');
  });

  it('lets a heading speak for a short text', () => {
    expect(topicOf('See the page of that name.', 'Data retention')).toBe('retention');
  });

  it('points to the words that made each decision', () => {
    const text = '# Leaving\n\nWe retain your data for as long as necessary.';
    const [decision] = align([{ label: 'a', text }]).documents[0]?.sections[0]?.topics ?? [];
    expect(decision?.category).toBe('data-retention');
    expect(decision?.evidence.map(({ from, to }) => text.slice(from, to))).toEqual([
      'retain your data for as long as',
    ]);
  });
});
