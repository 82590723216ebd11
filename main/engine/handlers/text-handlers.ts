import { check } from '../../../shared/checks/check.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { ok } from '../../../shared/model/result.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import type { Handlers } from '../engine-context.ts';
import { convertPasted } from '../import/parse-in-child.ts';
import { libraryDatesOf } from '../library-dates.ts';
import { loadText } from '../load-text.ts';
import { loadHouseProfile } from '../store/house-profile.ts';

/** Requests that read what a text says. */
export const textHandlers = {
  'text.load': ({ connection }, { ref }) => loadText(connection, ref),

  'text.fromHtml': (_context, { html }) => convertPasted(html),

  'text.check': ({ connection }, { ref, profile }) => {
    const loaded = loadText(connection, ref);
    if (!loaded.ok) return loaded;
    const document = parseDocument(loaded.value.text);
    const dates = libraryDatesOf(connection, ref);
    return ok(check(document, inspect(document), profile ?? loadHouseProfile(connection), dates));
  },
} satisfies Partial<Handlers>;
