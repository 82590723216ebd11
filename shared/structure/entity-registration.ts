/** Names of the registers that companies are entered in, before the number. */
const REGISTRATION =
  /\b((?:federal )?(?:tax|vat|company|business|trade|commercial|corporate)?[\s-]*(?:identification|registration|register|registered|registry|company|id|file|vat)[\s-]*(?:number|no\.?|code|id)|EIN|VAT|P\.?\s?IVA|KvK|SIREN|SIRET|HRB|ABN|ACN|CRN|UID|CIF|NIF|DUNS)\b[^.;\d]{0,40}?((?:[A-Z]{2,3}[\s-]?)?\d[\d\s./-]{3,18}\d)/i;
/** "registered under number 123 456 with the Lisbon Trade Register" */
const REGISTERED_UNDER =
  /\bregistered (?:in [^.;,]{3,60} )?(?:under|with) (?:the )?(?:(?:company|registration|registry) )?(?:number|no\.?) ((?:[A-Z]{2,3}[\s-]?)?\d[\d\s./-]{3,18}\d)/i;
/** How far behind a name its number may stand. */
const REACH = 200;

/** The registration or tax number given after a company's name, with the register's name; empty when there is none. */
export function registrationAfter(text: string, at: number): string {
  const match = REGISTRATION.exec(text.slice(at, at + REACH));
  if (!match) return REGISTERED_UNDER.exec(text.slice(at, at + REACH))?.[1] ?? '';
  const [, register = '', number = ''] = match;
  return `${register.trim()} ${number.trim()}`;
}
