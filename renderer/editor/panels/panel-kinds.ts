import {
  BookOpenText,
  Building2,
  Clock,
  History,
  Info,
  Link2,
  ListTree,
  type LucideIcon,
  StickyNote,
  TriangleAlert,
} from 'lucide-react';
import type { Analysis } from '../text-analysis.ts';

/** The side panels, in the order in which they stand. */
export const panelKinds = [
  'outline',
  'details',
  'vendors',
  'terms',
  'commitments',
  'history',
  'checks',
  'links',
  'notes',
] as const;
export type PanelKind = (typeof panelKinds)[number];

interface PanelLabel {
  /** Under the icon, so it is short. */
  readonly short: string;
  readonly title: string;
  readonly icon: LucideIcon;
}

export const PANEL_LABELS: Readonly<Record<PanelKind, PanelLabel>> = {
  outline: { short: 'Outline', title: 'Outline', icon: ListTree },
  details: { short: 'Details', title: 'Details', icon: Info },
  vendors: { short: 'Vendors', title: 'Vendors', icon: Building2 },
  terms: { short: 'Terms', title: 'Defined terms', icon: BookOpenText },
  commitments: { short: 'Data', title: 'Data & retention', icon: Clock },
  history: { short: 'History', title: 'History stated in the text', icon: History },
  checks: { short: 'Checks', title: 'Checks', icon: TriangleAlert },
  links: { short: 'Links', title: 'Links & references', icon: Link2 },
  notes: { short: 'Notes', title: 'Notes to yourself', icon: StickyNote },
};

/** The remembered panel, or the first where there is none that is known. */
export function panelKind(stored: string): PanelKind {
  return panelKinds.find((kind) => kind === stored) ?? 'outline';
}

/** How many things a panel has to show. */
export function panelCount(kind: PanelKind, { inspection, report, notes }: Analysis): number {
  switch (kind) {
    case 'outline':
      return inspection.sections.length;
    case 'details':
      return inspection.dates.length + inspection.entities.length + inspection.emails.length;
    case 'vendors':
      return inspection.vendors.length;
    case 'terms':
      return inspection.definedTerms.length;
    case 'commitments':
      return inspection.dataPractices.length + inspection.timeCommitments.length;
    case 'history':
      return inspection.history.length;
    case 'checks':
      return report.findings.length;
    case 'links':
      return inspection.links.length + inspection.crossReferences.length;
    case 'notes':
      return notes.filter(({ done }) => !done).length;
  }
}
