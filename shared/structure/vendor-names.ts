/** Words that make a phrase general: no company is called "Service Providers" or "Payment Information". */
const GENERAL_WORDS = new Set(
  (
    'account accounts ad address addresses ads advertiser advertisers advertising advisers advisors affiliate affiliates age agencies agency agents analytics ' +
    'anyone api apis app applications apps article auditors authorities authority browser business businesses california categories category chat children choice choices ' +
    'clauses collection comment comments communication communications companies company compliance consent consultants contact contacts content contractual contractors control controller ' +
    'controllers cookie cookies corporate countries country creators credit card customer customers data demographics details developer developers device devices ' +
    'directors disclosure effective employees counsel counsels disclosures email emails employees enforcement entities entity essential europe european everyone features form forms forums fraud functional gdpr general government ' +
    'hosting how identification identifiers identity individuals information infrastructure ip insurance international internet investors job key law lawyers legal lenders ' +
    'link links location log logs mail name names no permanent preference preferences temporary marketing measurement media merchants mergers message messages minors mobile moderators necessary network networks newsletter non-personal notice notices number numbers office officers ' +
    'online operations opt-in opt-out other others our owner owners parent partner partners parties party password passwords payment payments performance person personal personnel phone platform platforms policies policy posts ' +
    'practices privacy processing processor processors product products professional profile protection provider providers public publishers purpose purposes purchase purchasers recipients ' +
    'records registration regulators related research researchers residents retention right rights safety sale security sensitive server servers service services session settings share sharing site sites social standard ' +
    'statement statistics storage store strictly subprocessors subscribers subsidiaries successors suppliers support survey surveys system targeting team technical technologies terms the third third-party tools tracking transactions transfer transfers ' +
    'types united usage use user users vendor vendors verification version video visitors we website websites what when where who why you your'
  ).split(' '),
);
/** Abbreviations of laws, techniques and places that look like names. */
const NOT_A_COMPANY =
  /^(?:(?:LLC|Inc|Ltd|Limited|Corp)\b.*|GDPR|CCPA|CPRA|LGPD|PIPEDA|COPPA|HIPAA|EU|UK|US|USA|EEA|EFTA|SCCs?|DPAs?|DPF|DPO|IP|ID|URLs?|APIs?|SDKs?|HTML|HTTPS?|TLS|SSL|CAPTCHA|PCI|DSS|PII|ISO|SOC|B2B|SaaS|FAQs?|PDF|iOS|Android|Internet|Europe|California|Switzerland|Section|Article|Annex|Exhibit|January|February|March|April|May|June|July|August|September|October|November|December|From|When|While|At|On|As|By|With|All|Our|These|Those|Such|Some|Any|Each|Other|I|You|We|It|This|That|If|In|For|To|And|Or|Please|Standard Contractual Clauses|Do Not Track|Privacy Shield|Data Privacy Framework|Terms of (?:Use|Service))$/i;

const CONNECTOR = '(?:of|and|the|de|du|von|for|&|\\+)';
const WORD = "[\\p{Lu}\\d][\\p{L}\\d&+!'’-]*(?:\\.[\\p{L}\\d]+)*";
/** A run of capitalised words, with small connecting words inside and a bracketed short form after it. */
export const NAME_PATTERN = `${WORD}(?:[ \\u00a0](?:${CONNECTOR}[ \\u00a0])?${WORD}){0,5}(?: \\((?:fka|f/k/a|formerly|[A-Z]{2,6})\\b[^()]{0,30}\\))?|(?:[a-z]{1,3}[A-Z][\\p{L}\\d]+)`;
const WHOLE_NAME = new RegExp(`^(?:${NAME_PATTERN})$`, 'u');

/** True if a phrase can be the name of a company or product rather than a kind of one. */
export function isProperName(phrase: string): boolean {
  const name = phrase.trim();
  if (/^\d+(?:\.\d+)+ /.test(name)) return false; // the number of a section
  if (name.length < 1 || name.length > 60 || !WHOLE_NAME.test(name) || NOT_A_COMPANY.test(name)) return false;
  const words = name.toLowerCase().match(/[\p{L}\d-]+/gu) ?? [];
  return words.length > 0 && !words.every((word) => GENERAL_WORDS.has(word));
}

/** True if a phrase names kinds of recipients ("Service providers; affiliates") and nobody in particular. */
export function isGeneralPhrase(phrase: string): boolean {
  const words = phrase.toLowerCase().match(/[\p{L}\d-]+/gu) ?? [];
  return (
    /;/.test(phrase) ||
    words.every((word) => GENERAL_WORDS.has(word) || /^(?:and|or|of|for|to|with|in|our)$/.test(word))
  );
}

/** True if a phrase ends in a word for a kind of recipient ("Key Service Providers", "Advertising Partners"). */
export function isKindOfRecipient(phrase: string): boolean {
  return /\b(?:providers?|partners?|vendors?|advertisers|affiliates|companies|authorities|users|(?:sub-?)?processors?|networks|advis[eo]rs|agencies|parties|members|subsidiaries|developers|publishers)$/i.test(
    phrase.trim(),
  );
}

/** Letters and digits in lower case: how two spellings of a name are compared. */
export function nameKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
