import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import { parseCount } from '../../../shared/structure/numbers.ts';

function timesOf(text: string): string[] {
  return inspect(parseDocument(text)).timeCommitments.map(
    ({ kind, value, unit }) => `${kind} ${value} ${unit}`,
  );
}

describe('time commitments', () => {
  it.each([
    ['It is kept in our logs for 2 weeks.', ['retention 2 week']],
    ['It is kept for a maximum of 90 days and then deleted.', ['retention 90 day']],
    ['We delete it within thirty (30) days.', ['deletion 30 day']],
    ['We delete it within 30 (thirty) days.', ['deletion 30 day']],
    ['We keep it for a year.', ['retention 1 year']],
    ['Server logs: 14 days.', ['retention 14 day']],
    ['We tell you at least four weeks before changes take effect.', ['notice 4 week']],
    ['You must be at least 18 to join.', ['minimum-age 18 age']],
    ['“Minimum Age” means 16 years old.', ['minimum-age 16 age']],
    ['Minimum age: 13.', ['minimum-age 13 age']],
    ['We keep it in our backups for up to 60 days, then destroy it.', ['backup 60 day']],
    ['Trashed notes stay in an accessible trash can for about 25 days.', ['restore-window 25 day']],
    ['We will respond within 45 days, and may extend this by another 45 days.', ['response 45 day']],
    ['We will perform this deletion within seven working days.', ['deletion 7 working-day']],
    ['We will notify you of a breach within 72 hours.', ['breach-notification 72 hour']],
    ['We give at least 30 days notice of changes.', ['notice 30 day']],
    ['This covers what we collected in the past twelve months.', ['lookback 12 month']],
    ['Disclosures we provide cover the 12-month period preceding your request.', ['lookback 12 month']],
    ['You may make a request twice in a 12-month period.', ['request-limit 12 month']],
    ['We never knowingly collect data from children under 16.', ['minimum-age 16 age']],
    ['Users must be at least 18 years old.', ['minimum-age 18 age']],
    ['It is meant for people 13 years of age or older.', ['minimum-age 13 age']],
    ['We do not keep data of persons under 13 years-of-age.', ['minimum-age 13 age']],
    ['Deletion begins no more than 30 days after your request.', ['deletion 30 day']],
    ['We answer letters within 10-14 days.', ['response 14 day']],
    ['You may make two free requests in any 12-month period.', ['request-limit 12 month']],
    ['If you change your mind, write to us within the first 20 days.', ['restore-window 20 day']],
    ['Free accounts: after 365 days of inactivity.', ['retention 365 day']],
    ['Objections must be sent to us prior to 60 days after the notice.', ['notice 60 day']],
    ['| Cookie | Retention |\n|---|---|\n| bean | 90 days |', ['retention 90 day']],
  ])('%s', (text, times) => {
    expect(timesOf(`${text}\n`)).toEqual(times);
  });

  it.each([
    'Start your 14-Day Free Trial with a 30-Day Money Back Guarantee!',
    'We back up data every 24 hours.',
    'The last four digits and 256 bit keys, at 18 U.S.C. 2703.',
    'We may process confirmation that a user is 18 years old or older.',
    'We have over 10 years of experience.',
  ])('finds none in "%s"', (text) => {
    expect(timesOf(`${text}\n`)).toEqual([]);
  });

  it('lists a commitment once however often it is repeated', () => {
    const text =
      'We keep logs for 30 days.\n\nChildren under 13 may not join.\n\nWe keep logs for 30 days.\n\nNobody under 13 may join.\n';
    expect(timesOf(text)).toEqual(['retention 30 day', 'minimum-age 13 age']);
  });

  it.each([
    ['45', 45],
    ['1,000', 1000],
    ['forty-five', 45],
    ['one hundred and eighty', 180],
    ['seven', 7],
    ['many', null],
  ])('reads the count "%s"', (text, value) => {
    expect(parseCount(text)).toBe(value);
  });
});
