/**
 * Words of privacy, contracts and software that are good English in policies and stand in neither dictionary. Spellings in -ise, -ize and
 * their derivations are told from the first part.
 */
const STEMS = [
  'anonymi',
  'pseudonymi',
  'tokeni',
  'containeri',
  'monetari',
  'individuali',
  'personali',
  'de-identifi',
];
const WORDS =
  'subprocessor subprocessors subprocessing subcontractor subcontractors controllership geolocation geolocate geolocated geotargeting geofencing ' +
  'opt-in opt-out cybersecurity infosec retargeting remarketing clickstream clickwrap browsewrap signup signups timestamp timestamps ' +
  'reidentify reidentified reidentification deidentify deidentified deidentification unsubscribe unsubscribed passwordless ' +
  'fintech adtech backend frontend dataset datasets chatbot chatbots roadmap whitelisting allowlist blocklist denylist ' +
  'lookback failover uptime onboarding offboarding hyperlink hyperlinks plugin plugins wifi app apps webhook webhooks ' +
  'sublicense sublicence sublicensable sublicenses sublicences nonexclusive pseudonymous whistleblower whistleblowing ' +
  'biometric biometrics personalization personalizations integration integrations cancelled cancelling decrypt decrypts decrypted decryption unencrypted ' +
  'severability enforceability arbitrability severable derogation derogations sublicensing timeframe timeframes webpage webpages chargeback chargebacks ' +
  'majeure rata decompile decompiled spammy autofill crowdsourced livestream livestreams videoconference requestor requestors infringer ' +
  'licensor licensors indemnitee indemnitor counterparty counterparties redline redlines';

/** Known besides the dictionary's own words; in small letters. */
export const POLICY_WORDS: ReadonlySet<string> = new Set([
  ...WORDS.split(' '),
  ...STEMS.flatMap((stem) =>
    ['s', 'z'].flatMap((letter) =>
      ['e', 'es', 'ed', 'ing', 'ation', 'ations', 'er', 'ers'].map((ending) => stem + letter + ending),
    ),
  ),
]);

/** Beginnings that may stand before a hyphen without being words. */
export const PREFIXES: ReadonlySet<string> = new Set([
  'sub',
  'non',
  'pre',
  'anti',
  'inter',
  'intra',
  'multi',
  'pseudo',
  'geo',
  'bio',
  'cyber',
  'mis',
  'opt',
  'ing',
  'meta',
]);
