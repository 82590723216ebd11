const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** "English" for `en`; the code itself where it is none that is known, "Not known" where there is none. */
export function languageName(code: string): string {
  if (code === '') return 'Not known';
  try {
    return NAMES.of(code) ?? code;
  } catch {
    return code; // not a language tag at all: shown as read
  }
}
