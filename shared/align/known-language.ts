import type { AlignmentDiagnostic, AlignmentDocument } from './alignment.ts';

/** Our topics are written in English words. A text whose language cannot be told is short, and read as English. */
export function isReadable(language: string): boolean {
  return language === '' || language === 'en';
}

/** The English name of a language, for messages; its code where the platform knows none. */
export function languageName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
}

/** Says plainly of which documents the topics could not be read. */
export function languageDiagnostics(
  documents: readonly Pick<AlignmentDocument, 'label' | 'language'>[],
): AlignmentDiagnostic[] {
  return documents.flatMap(({ label, language }, document) =>
    isReadable(language)
      ? []
      : [
          {
            severity: 'warning',
            document,
            message: `${label} is in ${languageName(language)}. Topics are read in English texts only, so nothing is said of what it covers, and few of its passages are linked.`,
          },
        ],
  );
}
