/** Words of a sentence that names an age for something else than who may use the service. */
const OTHER_AGE =
  /\bage of (?:legal )?(?:majority|consent)\b|\blegal (?:age|capacity)\b|\b(?:sells?|selling|sale|sharing|advertis\w+|functionality|features|limited (?:ability|capacity)|safeguards?|additional protections?)\b/i;
const AGE_OF_USE =
  /\b(?:collect\w*|solicit\w*|accounts?|register|registration|sign(?:ing)? up|(?:not|never) (?:\w+ ){0,2}(?:directed|intended|allowed|permitted|meant)|(?:may|can|must) ?not use|must be|old enough|at least)\b/i;

/** True where the age a sentence names is that from which people may use the service, as far as its words tell. */
export function isAgeOfUse(sentence: string): boolean {
  return AGE_OF_USE.test(sentence) || !OTHER_AGE.test(sentence);
}
