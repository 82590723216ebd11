import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { ok } from '../../../shared/model/result.ts';
import { renderComparisonPage } from '../../../shared/publish/render-comparison-page.ts';
import { renderPolicyPage } from '../../../shared/publish/render-policy-page.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import { writeFileAtomically } from '../atomic-write.ts';
import type { Handlers } from '../engine-context.ts';
import { loadText, policyIdOf } from '../load-text.ts';
import { findPolicy } from '../store/policies.ts';
import { findVersion, listVersions } from '../store/versions.ts';
import { compareReferences, requireSoundChain } from './comparison-handlers.ts';

/** Requests that make published documents and write them. */
export const publishHandlers = {
  'publish.html': (context, { ref }) =>
    context.jobs.runUnnamed(async (job) => {
      const { connection } = context;
      const sound = await requireSoundChain(context, job, ref);
      if (!sound.ok) return sound;
      const loaded = loadText(connection, ref);
      if (!loaded.ok) return loaded;
      const policyId = policyIdOf(connection, ref);
      const found = policyId === null ? null : findPolicy(connection, policyId);
      const { text, label } = loaded.value;
      return ok(
        renderPolicyPage({
          text,
          inspection: inspect(parseDocument(text)),
          company: found?.company.name ?? '',
          policyName: found?.policy.name ?? label,
          version: ref.kind === 'version' ? findVersion(connection, ref.versionId) : null,
          history: policyId === null ? [] : listVersions(connection, policyId),
        }),
      );
    }),

  'publish.comparisonHtml': (context, { a, b }) =>
    context.jobs.runUnnamed(async (job) => {
      const comparison = await compareReferences(context, job, a, b);
      if (!comparison.ok) return comparison;
      return ok(
        renderComparisonPage({ comparison: comparison.value, redline: buildRedline(comparison.value) }),
      );
    }),

  'export.write': (_context, { path, content, replace }) => writeFileAtomically(path, content, replace),
} satisfies Partial<Handlers>;
