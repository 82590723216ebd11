import { fail, ok, type Result } from '../model/result.ts';
import type { HouseProfile } from './profile.ts';
import { houseProfileSchema } from './profile-schema.ts';
import { RULES } from './rules.ts';

/** Reads a profile's JSON; the failure completes "FILE …" and says which part is wrong. */
export function parseProfile(json: string): Result<HouseProfile> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return fail('bad-request', 'is no house profile: it is not JSON.');
  }
  const parsed = houseProfileSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.length ? `${issue.path.join('.')}: ` : '';
    return fail('bad-request', `is no house profile: ${place}${issue?.message ?? 'invalid'}.`);
  }
  const named = [...parsed.data.disabledRules, ...Object.keys(parsed.data.severities)];
  const unknown = named.find((name) => !RULES.some((rule) => rule.name === name));
  if (unknown !== undefined)
    return fail('bad-request', `is no house profile: there is no check named "${unknown}".`);
  return ok(parsed.data);
}
