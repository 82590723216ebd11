import { slugify } from '../../../shared/model/reference.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { cancelled, type Job, nextTurn } from '../jobs.ts';
import type { Connection } from '../store/connection.ts';
import { findPolicyBySlug } from '../store/names.ts';
import { findPolicy } from '../store/policies.ts';
import { appendVersion, listEntries } from '../store/versions.ts';
import { openChain } from './open-chain.ts';
import type { SharedTexts } from './read-shared-chain.ts';
import { describeApart, relateChains } from './relate-chains.ts';
import type { SharedVersion } from './version-commit.ts';

/** A pull that ended well. */
export interface Pulled {
  readonly policyId: number;
  /** `company/policy`, by its short names here. */
  readonly policy: string;
  readonly added: number;
  readonly versions: number;
}

/** Names for a policy that is not to continue the one of the branch's name. */
export interface OtherNames {
  readonly company: string;
  readonly policy: string;
}

/** A company and a policy by short name and by name. */
interface PolicyNames {
  readonly company: { readonly slug: string; readonly name: string };
  readonly policy: { readonly slug: string; readonly name: string };
}

/** The library has moved on while versions were read from elsewhere. */
class MovedOn extends Error {}

/**
 * Adds the versions of a branch that the library does not have, entry for entry as they were: an entry whose hash does not come out the
 * same is not taken. Versions that were added stay when it is stopped; pulling again continues.
 */
export async function pullBranch(
  connection: Connection,
  job: Job,
  source: { readonly folder: string; readonly branch: string },
  as: OtherNames | undefined,
  progress: (done: number, total: number) => void,
): Promise<Result<Pulled>> {
  const opened = await openChain(job, source.folder, source.branch);
  if (!opened.ok) return job.cancelled ? cancelled() : opened;
  const { chain, reading } = opened.value;
  try {
    const newest = chain.versions.at(-1);
    if (!newest) return fail('not-found', `${source.folder} has no branch "${source.branch}".`);
    const names = namesFor(source.branch, newest, as);
    const here = findPolicyBySlug(connection, names.company.slug, names.policy.slug);
    const ours = here ? listEntries(connection, here.id).reverse() : [];
    const relation = relateChains(ours.map(hashOf), chain.versions.map(hashOf));
    if (relation.state === 'apart') return fail('conflict', describeApart(relation));
    let policyId = here?.id;
    let next = relation.common;
    const missing = chain.versions.length - relation.common;
    for (let step = missing > 0 ? await reading.next(next) : null; step; step = await reading.next()) {
      if (job.cancelled) return cancelled();
      if (step.ended && !step.result.ok) return step.result;
      if (step.ended) break;
      progress(next - relation.common, missing);
      const texts = step.message as SharedTexts;
      policyId = addParcel(connection, names, chain.versions.slice(next, next + texts.length), texts);
      next += texts.length;
      await nextTurn();
    }
    return policyId === undefined
      ? fail('unreadable', `${source.folder}, ${source.branch}: no version could be read.`)
      : ok({
          policyId,
          policy: labelOf(connection, policyId),
          added: next - relation.common,
          versions: Math.max(next, relation.here),
        });
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
    return fail('conflict', 'A version was added here at the same time; pull again.');
  } finally {
    reading.close();
  }
}

function labelOf(connection: Connection, policyId: number): string {
  const found = findPolicy(connection, policyId);
  return found ? `${found.company.slug}/${found.policy.slug}` : '';
}

/** One durable transaction; all of a parcel or nothing. */
function addParcel(
  connection: Connection,
  names: PolicyNames,
  versions: readonly SharedVersion[],
  texts: SharedTexts,
): number {
  return connection.write(() => {
    const policyId = adoptPolicy(connection, names);
    for (const [index, { entryHash, company: _c, policy: _p, ...entry }] of versions.entries()) {
      const text = texts[index];
      if (text === undefined) throw new Error('A parcel holds more versions than texts');
      if (appendVersion(connection, policyId, { ...entry, text }).entryHash !== entryHash)
        throw new MovedOn();
    }
    return policyId;
  });
}

/** The branch says the short names, which references use; a branch of another form gives way to the names in the newest version. */
function namesFor(branch: string, newest: SharedVersion, as: OtherNames | undefined): PolicyNames {
  const [company = '', policy = '', ...more] = branch.split('/');
  const fromBranch =
    !as && more.length === 0 && policy !== '' && slugify(company) === company && slugify(policy) === policy;
  const given = as ?? { company: newest.company || company, policy: newest.policy || policy || branch };
  return {
    company: { slug: fromBranch ? company : slugify(given.company), name: given.company },
    policy: { slug: fromBranch ? policy : slugify(given.policy), name: given.policy },
  };
}

/** Finds or makes the policy under just these short names. Call inside a write. */
function adoptPolicy(connection: Connection, { company, policy }: PolicyNames): number {
  const found = findPolicyBySlug(connection, company.slug, policy.slug);
  if (found) return found.id;
  connection.sql('INSERT OR IGNORE INTO company (slug, name) VALUES (?, ?)').run(company.slug, company.name);
  const { lastInsertRowid } = connection
    .sql('INSERT INTO policy (company_id, slug, name) SELECT id, ?, ? FROM company WHERE slug = ?')
    .run(policy.slug, policy.name, company.slug);
  return Number(lastInsertRowid);
}

function hashOf({ entryHash }: { readonly entryHash: string }): string {
  return entryHash;
}
