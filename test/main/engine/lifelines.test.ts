import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../main/engine/engine.ts';
import { mapRangeBack } from '../../../main/engine/lifelines/map-range.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

async function engineWith(
  texts: readonly string[],
): Promise<{ engine: Engine; versions: readonly number[] }> {
  const engine = openTestEngine();
  const { policyId } = await ask(engine, 'policy.create', { company: 'Fernholm', name: 'Terms', text: 'x' });
  const versions: number[] = [];
  for (const [index, text] of texts.entries()) {
    const effectiveDate = `${2010 + index}-01-01`;
    const saved = await ask(engine, 'version.save', {
      policyId,
      text,
      effectiveDate,
      note: `n${index + 1}`,
      kind: 'substantive',
      author: '',
    });
    versions.push(saved.id);
  }
  return { engine, versions };
}

const KEEP = 'Other clauses stand here and stay as they are for all the years of this policy.';

async function trace(texts: readonly string[], passage: string): Promise<string[]> {
  const { engine, versions } = await engineWith(texts);
  const from = texts.at(-1)?.indexOf(passage) ?? -1;
  const last = versions.at(-1) ?? 0;
  const { events } = await ask(engine, 'lifeline.trace', {
    job: 'l',
    versionId: last,
    from,
    to: from + passage.length,
  });
  return events.map(({ kind, number, text }) => `${kind} ${number}: ${text}`);
}

describe('lifeline.trace', () => {
  test('follows a sentence through edits to where it appeared', async () => {
    const texts = [
      `# Terms\n\n${KEEP}\n`,
      `# Terms\n\n${KEEP}\n\nWe keep your ticket data for 30 days after the crossing.\n`,
      `# Terms\n\nPreface.\n\n${KEEP}\n\nWe keep your ticket data for 30 days after the crossing.\n`,
      `# Terms\n\nPreface.\n\n${KEEP}\n\nWe keep your ticket data for up to 90 days after the crossing.\n`,
      `# Terms\n\nPreface.\n\n${KEEP}\n\nWe keep your ticket data for up to 90 days after the crossing.\n\nEnd.\n`,
    ];
    expect(await trace(texts, 'We keep your ticket data for up to 90 days after the crossing.')).toEqual([
      'changed 4: We keep your ticket data for up to 90 days after the crossing.',
      'appeared 2: We keep your ticket data for 30 days after the crossing.',
    ]);
  });

  test('follows a passage that moved, also where its words stand twice', async () => {
    const moved = 'Dogs travel on the open deck and always on a lead, whatever the weather may be.';
    const texts = [
      `# Terms\n\n${moved}\n\n${KEEP}\n\nThe ferry is late. The ferry is late.\n`,
      `# Terms\n\n${KEEP}\n\nThe ferry is late. The ferry is late.\n\n${moved}\n`,
    ];
    expect(await trace(texts, moved)).toEqual([`appeared 1: ${moved}`]);
    expect(await trace(texts, 'ferry is late. The')).toEqual(['appeared 1: ferry is late. The']);
  });

  test('a passage that was taken out and put back has its whole life', async () => {
    const dogs = 'Dogs travel on the open deck and always on a lead, whatever the weather may be.';
    const [without, having] = [`# Terms\n\n${KEEP}\n`, `# Terms\n\n${KEEP}\n\n${dogs}\n`];
    expect(await trace([without, having, having, without, without, having], dogs)).toEqual([
      `returned 6: ${dogs}`,
      `appeared 2: ${dogs}`,
    ]);
  });

  test('what was rewritten beyond recognition appeared there', async () => {
    const texts = [
      `${KEEP}\n\nBicycles travel free.\n`,
      `${KEEP}\n\nEvery passenger shows a valid ticket to the crew on demand.\n`,
    ];
    expect(await trace(texts, 'Every passenger shows a valid ticket')).toEqual([
      'appeared 2: Every passenger shows a valid ticket',
    ]);
  });

  test('gives what became of it at each step, and where it stands', async () => {
    const texts = [`${KEEP}\n\nWe keep logs for 30 days.`, `${KEEP}\n\nWe keep logs for 60 days.`];
    const { engine, versions } = await engineWith(texts);
    const from = KEEP.length + 2;
    const { events } = await ask(engine, 'lifeline.trace', {
      job: 'l',
      versionId: versions[1] ?? 0,
      from,
      to: from + 25,
    });
    expect(events.map(({ redline }) => redline.map(({ op, text }) => `${op}:${text}`).join('|'))).toEqual([
      'keep:We keep logs for |delete:30|insert:60|keep: days.',
      'insert:We keep logs for 30 days.',
    ]);
    expect(events.map(({ from: start, to }) => texts[1]?.slice(start, to).length)).toEqual([25, 25]);
  });

  test.each([
    ['the same words', 'We keep logs for 30 days.', 'same', 'appeared 1'],
    ['an edit', 'We keep logs for 90 days.', 'changed', 'appeared 1'],
    ['a new passage', 'Lanterns are lit at dusk by the warden of the harbour.', 'new', ''],
  ])('a draft with %s is followed from the version it was begun from', async (_, words, kind, expected) => {
    const { engine, versions } = await engineWith([`${KEEP}\n\nWe keep logs for 30 days.`]);
    const draft = `Preface.\r\n\r\n${KEEP}\n\n${words}`;
    const from = draft.replaceAll('\r', '').indexOf(words);
    const line = await ask(engine, 'lifeline.trace', {
      job: 'l',
      versionId: versions[0] ?? 0,
      from,
      to: from + words.length,
      draft,
    });
    expect(line.draft).toMatchObject({ kind, text: words });
    expect(line.events.map((event) => `${event.kind} ${event.number}`).join()).toBe(expected);
  });

  test('refuses a range that is not in the text', async () => {
    const { engine, versions } = await engineWith(['short']);
    const asked = await engine.handle('lifeline.trace', {
      job: 'l',
      versionId: versions[0],
      from: 2,
      to: 99,
    });
    expect(asked).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });
});

test('lifeline.ages gives each passage the version since which it stands', async () => {
  const { engine, versions } = await engineWith([
    '# Terms\n\nOne.\n\nTwo.',
    '# Terms\n\nOne.\n\nTwo!',
    '# Terms\n\nOne.\n\nTwo.\nWrapped.',
  ]);
  const ages = async (index: number): Promise<string[]> =>
    (await ask(engine, 'lifeline.ages', { versionId: versions[index] ?? 0 })).map(
      ({ fromLine, toLine, since, date }) => `${fromLine}-${toLine}: ${since} ${date}`,
    );
  expect(await ages(1)).toEqual(['1-1: 1 2010-01-01', '3-3: 1 2010-01-01', '5-5: 2 2011-01-01']);
  expect(await ages(2)).toEqual(['1-1: 1 2010-01-01', '3-3: 1 2010-01-01', '5-6: 3 2012-01-01']);
});

test('lifeline.ages of a draft tells what only the draft has', async () => {
  const { engine, versions } = await engineWith(['# Terms\n\nOne.', '# Terms\n\nOne.\n\nTwo.']);
  const versionId = versions[1] ?? 0;
  const ages = await ask(engine, 'lifeline.ages', { versionId, draft: '# Terms\n\nTwo.\n\nThree.' });
  expect(ages.map(({ fromLine, since }) => [fromLine, since])).toEqual([
    [1, 1],
    [3, 2],
    [5, null],
  ]);
});

test('mapRangeBack takes the pieces that stand together', () => {
  const span = (op: 'keep' | 'insert' | 'move', fromA: number, toA: number, fromB: number, toB: number) => ({
    op,
    fromA,
    toA,
    fromB,
    toB,
  });
  const spans = [
    span('keep', 0, 10, 0, 10),
    span('insert', 10, 10, 10, 20),
    span('keep', 10, 40, 20, 50),
    span('move', 900, 905, 50, 55),
  ];
  expect(mapRangeBack(spans, { from: 5, to: 55 })).toEqual({ from: 5, to: 40, kept: 35, whole: false });
  expect(mapRangeBack(spans, { from: 22, to: 30 })).toEqual({ from: 12, to: 20, kept: 8, whole: true });
  expect(mapRangeBack(spans, { from: 12, to: 18 })).toBeNull();
});
