/** A policy of an invented company with every kind of structure that the lenses write to. */
export const INVENTED_POLICY = `# Privacy Notice of Larkspur

Effective May 2, 2019. Last updated: 7 Nov 2018.

Larkspur Seeds, LLC ("Larkspur", "we") sells seeds. We call our sites and apps the "**Online Services**". Each Online Service is ours.

1\\. Data we keep
-----------------

"Personal Data" means any data about you. See [rights](#2-your-rights) and Section 2, Your Rights.

### 1.1 Logs

We keep Personal Data in logs for 30 days.

### 1.2 Orders

We keep orders for *two* years.

## 2. Your rights

Write to [help@larkspur.example](mailto:help@larkspur.example), as section 4 says.

## 4. Vendors

Vendor | Purpose | Country | Privacy policy
---|---|---|---
Postbox | Support desk | USA | [Policy](https://postbox.example/privacy)
[Mint](https://mint.example/) | Payments | Australia | [Mint](https://mint.example/privacy)
[More](https://mint.example/more)
Attic | | Ireland |

We also use these processors, all located in Canada:

* [Beet](https://beet.example/p). Newsletter.
* [Kale](https://kale.example/p). Parcels.

## Document history

* 2 May 2019: Added vendors.
* 7 Nov 2018: First version.
`;

/** A second one, with bars at both ends, newest entry last, and hardly anything else. */
export const SMALL_POLICY = `# Terms

Last updated: 2021-03-04

## A

Text of A.

### A1

- one
- two

## B

| Sub-processor | Service |
|---|---|
| Yarrow | Mail |

## Change log

| Date | Change |
|---|---|
| 2020-01-02 | First |
| 2021-03-04 | Second |`;
