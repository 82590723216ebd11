import { Clock3 } from 'lucide-react';
import type { CompanyWithPolicies } from '../../shared/model/policy.ts';
import { isOfLibrary } from '../app/navigation.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { findPolicy } from './library-store.ts';
import { parseRecent } from './recent-policies.ts';

interface RecentPoliciesProps {
  readonly companies: readonly CompanyWithPolicies[];
}

/** Only a library that does not fit on the screen needs a shortcut into it. */
const WORTHWHILE_POLICIES = 12;

/** The policies that were open lately, for libraries with many. */
export function RecentPolicies({ companies }: RecentPoliciesProps) {
  const { preferences, session, navigator } = useServices();
  const stored = useStore(preferences.store, (settings) => String(settings.view['recent'] ?? ''));
  const total = companies.reduce((sum, company) => sum + company.policies.length, 0);
  const recent = parseRecent(stored).flatMap((id) => findPolicy(companies, id) ?? []);
  if (total < WORTHWHILE_POLICIES || recent.length < 2) return null;
  return (
    <section aria-labelledby="recent-title" className="recent">
      <h3 id="recent-title">Recent</h3>
      <ul>
        {recent.map(({ company, policy }) => (
          <li key={policy.id}>
            <button
              type="button"
              className="recent-row"
              onClick={() => {
                if (isOfLibrary(navigator.store.get().view)) navigator.show('editor');
                void session.open(policy.id);
              }}
            >
              <Clock3 aria-hidden size={14} strokeWidth={1.6} />
              <span className="tree-name">
                {policy.name} <span className="recent-company">{company.name}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
