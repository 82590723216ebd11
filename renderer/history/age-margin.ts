import type { PassageAge } from '../../shared/ipc/history-requests.ts';
import type { Client } from '../app/client.ts';
import type { Preferences } from '../app/preferences.ts';
import { createStore, type Store } from '../app/store.ts';
import type { AgeMark } from '../editor/age-decorations.ts';
import type { DocumentSession } from '../editor/document-session.ts';
import type { Reading } from '../editor/reading.ts';
import { ageMarks } from './age-marks.ts';

/** The ages of the paragraphs of the open policy. */
export interface Ages {
  readonly policyId: number;
  readonly passages: readonly PassageAge[];
  readonly marks: readonly AgeMark[];
}

/** Whether ages are shown, and what they are. */
export interface AgeMargin {
  /** Null while they are not wanted, not known yet, or the policy has no version. */
  readonly store: Store<Ages | null>;
  toggle(): void;
}

interface AgeMarginOptions {
  readonly client: Client;
  readonly session: DocumentSession;
  readonly reading: Reading;
  readonly preferences: Preferences;
}

/** Ages are looked up in a pause of typing: each look-up sends the whole text. */
const PAUSE_MS = 700;
const PREFERENCE = 'ages';

/** Keeps the ages of the open text current while they are wanted. */
export function createAgeMargin({ client, session, reading, preferences }: AgeMarginOptions): AgeMargin {
  const store = createStore<Ages | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ticket = 0;
  let asked = '';

  const wanted = (): boolean => preferences.recallFlag(PREFERENCE, false);
  async function look(): Promise<void> {
    const state = session.store.get();
    const draft = session.text();
    if (!wanted() || state.kind !== 'open' || draft === null) return;
    const { policyId, detail, baseVersion } = state.document;
    const base = detail.versions.find(({ number }) => number === baseVersion) ?? detail.policy.latest;
    if (!base) return store.set(null);
    ticket += 1;
    const own = ticket;
    const answer = await client.request('lifeline.ages', { versionId: base.id, draft });
    if (own !== ticket || !wanted()) return;
    store.set(answer.ok ? { policyId, passages: answer.value, marks: ageMarks(answer.value) } : null);
  }
  const plan = (delay: number): void => {
    clearTimeout(timer);
    if (wanted()) timer = setTimeout(() => void look(), delay);
    else if (store.get()) store.set(null);
  };
  const subject = (): string => {
    const state = session.store.get();
    if (state.kind !== 'open') return '';
    const { policyId, baseVersion, detail } = state.document;
    return `${wanted()} ${policyId} ${baseVersion} ${detail.versions.length}`;
  };
  const onSubject = (): void => {
    const now = subject();
    if (now === asked) return;
    asked = now;
    plan(0);
  };
  session.store.subscribe(onSubject);
  preferences.store.subscribe(onSubject);
  reading.store.subscribe(() => plan(PAUSE_MS));
  return {
    store,
    toggle: () => preferences.remember(PREFERENCE, !wanted()),
  };
}
