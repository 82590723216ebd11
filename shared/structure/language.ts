/** The commonest short words of the languages policies come in; enough to tell these apart from one page of text. */
const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'you', 'your', 'we', 'or', 'with', 'for', 'that', 'this', 'are', 'may'],
  de: [
    'der',
    'die',
    'und',
    'das',
    'von',
    'zu',
    'wir',
    'sie',
    'ihre',
    'oder',
    'mit',
    'für',
    'werden',
    'nicht',
  ],
  fr: ['le', 'la', 'les', 'des', 'et', 'vous', 'nous', 'vos', 'ou', 'pour', 'dans', 'est', 'que', 'sur'],
  es: ['el', 'los', 'las', 'y', 'de', 'que', 'usted', 'sus', 'para', 'con', 'por', 'una', 'su', 'nuestros'],
  it: [
    'il',
    'gli',
    'di',
    'che',
    'per',
    'dei',
    'con',
    'sono',
    'della',
    'nostri',
    'del',
    'suoi',
    'non',
    'dati',
  ],
  nl: [
    'het',
    'een',
    'van',
    'wij',
    'uw',
    'voor',
    'zijn',
    'met',
    'niet',
    'worden',
    'dat',
    'deze',
    'onze',
    'door',
  ],
  pt: [
    'os',
    'que',
    'você',
    'seus',
    'para',
    'com',
    'uma',
    'não',
    'nós',
    'nossos',
    'ou',
    'são',
    'dados',
    'pelo',
  ],
};
/** Words looked at: the language of a page shows long before its end. */
const SAMPLE = 2000;
/** A language is named only when this share of the words is its own. */
const MINIMUM_SHARE = 0.05;

/** Guesses the language of a text as an ISO 639-1 code; empty when no known language stands out. */
export function guessLanguage(text: string): string {
  const words =
    text
      .slice(0, SAMPLE * 8)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, SAMPLE) ?? [];
  if (words.length === 0) return '';
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best = { language: '', count: 0 };
  for (const [language, known] of Object.entries(FUNCTION_WORDS)) {
    const count = known.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
    if (count > best.count) best = { language, count };
  }
  return best.count / words.length >= MINIMUM_SHARE ? best.language : '';
}
