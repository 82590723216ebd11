/** A policy of an invented company, small enough to read in the pictures. */
export const demoPolicy = `# Larkspur Lane Privacy Policy

Effective June 1, 2024

Larkspur Lane Ltd ("Larkspur", "we") sells garden plans. This policy says what we keep about you, and why.

## What we keep

- your name and address, to send what you ordered;
- your orders, for seven years, because tax law wants us to;
- your letters, until they are answered.

## Who helps us

| Company | For what | Country |
| --- | --- | --- |
| [Tern Post](https://example.com/tern-post) | sending parcels | Ireland |
| [Brindle Pay](https://example.com/brindle-pay) | taking payments | Germany |

## Your rights

You may ask us what we keep about you, and to correct or delete it. Write to privacy@larkspur-lane.example; we answer
within 30 days.

## Changes

- 2024-06-01: Brindle Pay takes our payments.
- 2022-01-15: first version.
`;
