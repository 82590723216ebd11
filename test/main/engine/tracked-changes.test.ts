import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../main/engine/import/read-docx.ts';
import { makeDocx } from '../../helpers/make-zip.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, openTestEngine, unwrap } from '../../helpers/test-library.ts';

const BY = 'w:id="1" w:author="Mara &amp; Nils" w:date="2019-03-04T10:00:00Z"';
const LATER = 'w:id="2" w:author="Counsel" w:date="2019-03-09T10:00:00Z"';

const run = (text: string, tag = 't', properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`;
const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content}</w:p>`;
const inserted = (text: string, by = BY): string => `<w:ins ${by}>${run(text)}</w:ins>`;
const deleted = (text: string, by = BY): string => `<w:del ${by}>${run(text, 'delText')}</w:del>`;

async function sides(body: string): Promise<readonly [before: string, after: string]> {
  const { text, before } = unwrap(await readDocx(makeDocx(body), 'policy.docx'));
  return [before?.text ?? '', text];
}

describe('tracked changes of a Word document', () => {
  test('give the words before and after', async () => {
    const body = paragraph(`${run('We keep it for ')}${deleted('3')}${inserted('5')}${run(' days.')}`);
    expect(await sides(body)).toEqual(['We keep it for 3 days.\n', 'We keep it for 5 days.\n']);
  });

  test('give what was inserted by one and deleted by another to neither', async () => {
    const both = `<w:ins ${BY}><w:del ${LATER}>${run(' never', 'delText')}</w:del></w:ins>`;
    const body = paragraph(`${run('We')}${both}${inserted(' may')}${run(' keep it.')}`);
    expect(await sides(body)).toEqual(['We keep it.\n', 'We may keep it.\n']);
  });

  test('split, join, add and remove paragraphs', async () => {
    const signDeleted = `<w:rPr><w:del ${BY}/></w:rPr>`;
    const signInserted = `<w:rPr><w:ins ${BY}/></w:rPr>`;
    const body = [
      paragraph(run('One. '), signInserted),
      paragraph(run('Two.')),
      paragraph(run('Three. '), signDeleted),
      paragraph(run('Four.')),
      paragraph(inserted('New.'), signInserted),
      paragraph(deleted('Old.'), signDeleted),
      paragraph(run('End.')),
    ].join('');
    expect(await sides(body)).toEqual([
      'One. Two.\n\nThree.\n\nFour.\n\nOld.\n\nEnd.\n',
      'One.\n\nTwo.\n\nThree. Four.\n\nNew.\n\nEnd.\n',
    ]);
  });

  test('move passages from where they stood to where they stand', async () => {
    const body = [
      paragraph(`<w:moveFrom ${BY}>${run('Moved.')}</w:moveFrom>`, `<w:rPr><w:moveFrom ${BY}/></w:rPr>`),
      paragraph(run('Stays.')),
      paragraph(`<w:moveTo ${BY}>${run('Moved.')}</w:moveTo>`, `<w:rPr><w:moveTo ${BY}/></w:rPr>`),
      paragraph(run('End.')),
    ].join('');
    expect(await sides(body)).toEqual(['Moved.\n\nStays.\n\nEnd.\n', 'Stays.\n\nMoved.\n\nEnd.\n']);
  });

  test('add and remove rows, and change headings and emphasis back', async () => {
    const row = (word: string, mark = ''): string =>
      `<w:tr><w:trPr>${mark ? `<w:${mark} ${BY}/>` : ''}</w:trPr><w:tc>${paragraph(run(word))}</w:tc></w:tr>`;
    const table = `<w:tbl>${row('Who')}${row('Oldmail', 'del')}${row('Newmail', 'ins')}</w:tbl>`;
    const heading = paragraph(
      run('Terms'),
      `<w:pStyle w:val="Heading1"/><w:pPrChange ${BY}><w:pPr><w:pStyle w:val="Heading2"/></w:pPr></w:pPrChange>`,
    );
    const bold = paragraph(run('Must.', 't', `<w:b/><w:rPrChange ${BY}><w:rPr><w:i/></w:rPr></w:rPrChange>`));
    const [before, after] = await sides(`${heading}${bold}${paragraph(inserted('x'))}${table}`);
    expect(before).toContain('## Terms\n\n_Must._\n\n');
    expect(after).toContain('# Terms\n\n**Must.**\n\nx\n\n');
    expect([before.includes('Oldmail'), before.includes('Newmail')]).toEqual([true, false]);
    expect([after.includes('Oldmail'), after.includes('Newmail')]).toEqual([false, true]);
  });

  test('become two versions with author and date, or the one that was asked for', async () => {
    const file = join(temporaryFolder(), 'Terms of Service.docx');
    const body = [
      paragraph(`${run('We keep it for ')}${deleted('3')}${inserted('5')}${run(' days.')}`),
      paragraph(inserted('Refunds take a week.', LATER)),
    ].join('');
    writeFileSync(file, makeDocx(body));
    const read = async (tracked?: 'before' | 'after' | 'both'): Promise<unknown[]> => {
      const engine = openTestEngine();
      const report = async () =>
        (
          await ask(engine, 'import.paths', { job: 'i', paths: [file], company: 'Fernholm', tracked })
        ).files.map((each) => [each.outcome, each.tracked, each.diagnostics.length]);
      const [first, again] = [await report(), await report()];
      const { versions } = await ask(engine, 'policy.get', { policyId: 1 });
      return [first, again, versions.map(({ author, savedAt, note }) => [author, savedAt, note])];
    };
    const before = [
      '',
      '2019-03-04T10:00:00.000Z',
      'Imported from Terms of Service.docx. As it read before its tracked changes.',
    ];
    const after = [
      'Mara & Nils, Counsel',
      '2019-03-09T10:00:00.000Z',
      'Imported from Terms of Service.docx. With its tracked changes of 2019-03-04 to 2019-03-09 accepted.',
    ];
    expect(await read()).toEqual([
      [
        ['imported', 'before', 0],
        ['imported', 'after', 1],
      ],
      [
        ['already-there', 'before', 0],
        ['already-there', 'after', 1],
      ],
      [after, before],
    ]);
    expect((await read('after'))[2]).toEqual([after]);
    expect((await read('before'))[2]).toEqual([before]);
  });
});

test('a preview tells of tracked changes, and the import takes the text that was chosen', async () => {
  const engine = openTestEngine();
  const file = join(temporaryFolder(), 'privacy.docx');
  const body = paragraph(`${run('We keep it for ')}${deleted('3')}${inserted('5')}${run(' days.')}`);
  writeFileSync(file, makeDocx(body));
  const asked = { paths: [file], history: false, tracked: 'after' as const };
  const both = await ask(engine, 'import.preview', { job: 'p', paths: [file], history: false });
  expect(both.policies.map(({ versions }) => versions.length)).toEqual([2]);
  const preview = await ask(engine, 'import.preview', { job: 'p', ...asked });
  expect(preview.trackedFiles).toBe(1);
  expect(preview.policies.map(({ versions }) => versions.length)).toEqual([1]);
  const { files } = await ask(engine, 'import.paths', { job: 'i', ...asked });
  expect(files.map(({ tracked, version }) => [tracked, version])).toEqual([['after', 1]]);
});
