import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { writeComparisonText } from '../../../shared/compare/comparison-text.ts';
import { comparisonToPublish } from '../../../shared/compare/comparison-to-publish.ts';
import type { TextReference } from '../../../shared/ipc/schemas.ts';
import { withoutNotes } from '../../../shared/markdown/notes.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import type { VersionSummary } from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { findByName } from '../../../shared/publish/find-page.ts';
import { type FindPage, LONE_PAGE, PRINTED_PAGE } from '../../../shared/publish/link-rules.ts';
import { renderComparisonPage } from '../../../shared/publish/render-comparison-page.ts';
import { type PolicyPageInput, renderPolicyPage } from '../../../shared/publish/render-policy-page.ts';
import { strayLinks } from '../../../shared/publish/stray-links.ts';
import { readFace } from '../../../shared/structure/read-face.ts';
import { writeFileAtomically } from '../atomic-write.ts';
import type { EngineContext, Handlers } from '../engine-context.ts';
import { themeOfLook } from '../export/look-theme.ts';
import { neighbourSites } from '../export/neighbour-sites.ts';
import type { Job } from '../jobs.ts';
import { loadText, policyIdOf } from '../load-text.ts';
import { loadLook } from '../store/company-looks.ts';
import type { Connection } from '../store/connection.ts';
import { findPolicy } from '../store/policies.ts';
import { hashText } from '../store/version-entry.ts';
import { findVersion, listVersions } from '../store/versions.ts';
import { compareReferences, requireSoundChain } from './comparison-handlers.ts';

/** Requests that make published documents and write them. */
export const publishHandlers = {
  'publish.html': (context, { ref, theme, printed }) =>
    context.jobs.runUnnamed(async (job) => {
      const input = await readPolicyPage(context, job, ref);
      if (!input.ok) return input;
      const linkRules = printed ? PRINTED_PAGE : LONE_PAGE;
      return ok(renderPolicyPage({ ...input.value, linkRules, ...(theme ? { theme } : {}) }));
    }),

  'publish.strayLinks': (context, { ref, folder }) =>
    context.jobs.runUnnamed(async (job) => {
      const sound = await requireSoundChain(context, job, ref);
      return sound.ok ? findStrayLinks(context.connection, ref, folder) : sound;
    }),

  'publish.docx': (context, { ref, theme }) =>
    context.jobs.runUnnamed(async (job) => {
      const input = await readPolicyPage(context, job, ref);
      if (!input.ok) return input;
      // Loaded when asked for: the Word library would make every start of the engine slower.
      const { writePolicyDocx } = await import('../export/write-policy-docx.ts');
      return ok(await writePolicyDocx(theme ? { ...input.value, theme } : input.value));
    }),

  'publish.comparisonDocx': (context, { a, b, author }) =>
    context.jobs.runUnnamed(async (job) => {
      const compared = await compareReferences(context, job, a, b, 'title');
      if (!compared.ok) return compared;
      const { writeComparisonDocx } = await import('../export/write-comparison-docx.ts');
      const comparison = comparisonToPublish(compared.value);
      const redline = buildRedline(comparison);
      // A saved version names its own author and time; a draft or a file has only the moment.
      const version = b.kind === 'version' ? findVersion(context.connection, b.versionId) : null;
      const date = version?.savedAt ?? new Date().toISOString();
      const writer = author || (version?.author ?? '');
      return ok(await writeComparisonDocx({ comparison, redline, author: writer, date }));
    }),

  'publish.comparisonHtml': (context, { job: id, a, b, selection }) => {
    const work = async (job: Job): Promise<Result<string>> => {
      const compared = await compareReferences(context, job, a, b, 'title');
      if (!compared.ok) return compared;
      const comparison = comparisonToPublish(compared.value);
      const redline = buildRedline(comparison);
      return ok(renderComparisonPage({ comparison, redline, ...(selection ? { selection } : {}) }));
    };
    return id === undefined ? context.jobs.runUnnamed(work) : context.jobs.run(id, work);
  },

  'publish.comparisonText': (context, { a, b, form }) =>
    context.jobs.runUnnamed(async (job) => {
      const comparison = await compareReferences(context, job, a, b);
      return comparison.ok
        ? ok(writeComparisonText(comparisonToPublish(comparison.value), form))
        : comparison;
    }),

  'export.write': (_context, { path, content, replace }) => writeFileAtomically(path, content, replace),
} satisfies Partial<Handlers>;

/** Links to other policies that have no page, in the folder of sites where one is named. */
function findStrayLinks(
  connection: Connection,
  ref: TextReference,
  folder: string | undefined,
): Result<readonly Diagnostic[]> {
  const loaded = loadText(connection, ref);
  if (!loaded.ok) return loaded;
  const policyId = policyIdOf(connection, ref);
  const found = policyId === null ? null : findPolicy(connection, policyId);
  const find: FindPage =
    folder === undefined || !found
      ? () => null
      : findByName(found.policy.slug, neighbourSites(folder, found.company.slug));
  return ok(strayLinks(withoutNotes(loaded.value.text), find));
}

/** Everything that a published text is made from; fails where its chain of versions is not sound. */
async function readPolicyPage(
  context: EngineContext,
  job: Job,
  ref: TextReference,
): Promise<Result<PolicyPageInput>> {
  const { connection } = context;
  const sound = await requireSoundChain(context, job, ref);
  if (!sound.ok) return sound;
  const loaded = loadText(connection, ref);
  if (!loaded.ok) return loaded;
  const policyId = policyIdOf(connection, ref);
  const found = policyId === null ? null : findPolicy(connection, policyId);
  const { label } = loaded.value;
  const text = withoutNotes(loaded.value.text);
  // With its corrections, as the history shows it.
  const history = policyId === null ? [] : listVersions(connection, policyId);
  return ok({
    text,
    inspection: readFace(parseDocument(text)),
    company: found?.company.name ?? '',
    policyName: found?.policy.name ?? label,
    version: versionOf(ref, text, history),
    history,
    ...(found ? { theme: themeOfLook(loadLook(connection, found.company.id), context.resourcesDir) } : {}),
  });
}

/** The version that is published: the one asked for, or the newest where the draft does not differ from it. */
function versionOf(
  ref: TextReference,
  text: string,
  history: readonly VersionSummary[],
): VersionSummary | null {
  if (ref.kind === 'version') return history.find(({ id }) => id === ref.versionId) ?? null;
  const newest = history.toSorted((one, other) => other.number - one.number)[0];
  return newest && newest.textHash === hashText(text) ? newest : null;
}
