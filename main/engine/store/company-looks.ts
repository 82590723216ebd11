import { z } from 'zod';
import { type CompanyLook, PLAIN_LOOK, THEME_NAMES } from '../../../shared/publish/company-look.ts';
import type { Connection } from './connection.ts';

const schema = z.object({
  theme: z.enum(THEME_NAMES).catch('plain'),
  accent: z.string().catch(''),
  css: z.string().catch(''),
  logo: z.string().catch(''),
});

/** How a company's published pages look; plain where nothing was chosen. */
export function loadLook(connection: Connection, companyId: number): CompanyLook {
  const json = connection.sql('SELECT value FROM library WHERE key = ?').pluck().get(keyOf(companyId));
  return typeof json === 'string' ? schema.parse(JSON.parse(json)) : PLAIN_LOOK;
}

/** Keeps a company's look; durable when it returns. */
export function saveLook(connection: Connection, companyId: number, look: CompanyLook): void {
  connection.write(() => {
    connection
      .sql(
        'INSERT INTO library (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(keyOf(companyId), JSON.stringify(look));
  });
}

function keyOf(companyId: number): string {
  return `look:${companyId}`;
}
