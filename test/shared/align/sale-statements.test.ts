import { describe, expect, it } from 'vitest';
import { findSaleStatements, readSaleStatement } from '../../../shared/align/sale-statements.ts';

describe('what a policy says of selling data', () => {
  it.each([
    ['We do not sell your personal information, and we never will.', 'not sold'],
    ['Wren is not in the business of selling personal data to others.', 'not sold'],
    ['Your e-mail address, like other information, will not be sold.', 'not sold'],
    ['We may sell aggregated profiles and other information to brokers.', 'sold'],
    ['Under some laws, this sharing may be considered a “sale”.', 'may count as a sale'],
    ['We sell tickets and send your information to the venue.', null],
    ['If we sell our business, your information goes to the buyer.', null],
    ['You have the right to opt out of the sale of your data.', null],
    ['Shops that sell guitars show you information on strings.', null],
  ])('%s', (sentence, expected) => {
    expect(readSaleStatement(sentence)).toBe(expected);
  });

  it('gives each statement once, with its place', () => {
    const text =
      'We do not sell data. Again: we never sell your data. We sell no ads. This may be deemed a sale.';
    expect(
      findSaleStatements(text).map(({ statement, from, to }) => [statement, text.slice(from, to)]),
    ).toEqual([
      ['not sold', 'We do not sell data.'],
      ['may count as a sale', 'This may be deemed a sale.'],
    ]);
  });
});
