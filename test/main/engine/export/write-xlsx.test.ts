import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../../main/engine/export/write-xlsx.ts';

async function parts(...tables: Parameters<typeof writeXlsx>[0]): Promise<Record<string, string>> {
  const decoder = new TextDecoder();
  const files = unzipSync(await writeXlsx(tables));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

describe('XLSX', () => {
  it('has a sheet for each table, with its cells as text', async () => {
    const files = await parts(
      { name: 'Facts', head: ['Fact', 'Wren'], rows: [['Retention', '=1+1 & <b>']] },
      { name: 'A/B: links', head: ['x'], rows: [] },
    );
    expect(Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(2);
    expect(files['xl/workbook.xml']).toContain('name="Facts"');
    expect(files['xl/workbook.xml']).toContain('name="A B  links"');
    const all = Object.values(files).join('');
    expect(all).toContain('=1+1 &amp; &lt;b&gt;');
    expect(all).not.toContain('<f>');
  });

  it('leaves out characters that no workbook may hold, and keeps line ends', async () => {
    const files = await parts({ name: 'T', head: ['h'], rows: [['a\u0001b\nc']] });
    expect(Object.values(files).join('')).toContain('ab\nc');
  });

  it('cuts cells and names that Excel would refuse', async () => {
    const files = await parts({ name: 'N'.repeat(40), head: ['h'], rows: [['x'.repeat(40_000)]] });
    expect(files['xl/workbook.xml']).toContain(`name="${'N'.repeat(31)}"`);
    expect(
      Object.values(files)
        .join('')
        .match(/x{30000,}/)?.[0],
    ).toHaveLength(32_767);
  });
});
