import { Check, CircleAlert, LoaderCircle, PenLine } from 'lucide-react';
import { formatClock, formatCount } from '../components/format-date.ts';
import type { SaveState } from '../editor/draft-saver.ts';
import { languageName } from '../editor/panels/language-name.ts';
import { ENGLISH_NAMES } from '../editor/spelling/english.ts';
import type { SpellingState } from '../editor/spelling/spelling.ts';
import { ageOnLine, ageWords } from '../history/age-marks.ts';
import { useServices } from './services.ts';
import './status-bar.css';
import { useStore } from './store.ts';
import { versionStatus } from './version-status.ts';

/** Where the reader is, how long the text is, what the checks found, and whether it is safe. */
export function StatusBar() {
  const { session } = useServices();
  const document = useStore(session.store, (state) => (state.kind === 'open' ? state.document : null));
  return (
    <footer className="status">
      {document ? (
        <>
          <SaveStatus />
          <span className="status-item status-wide">{versionStatus(document.detail.policy.latest)}</span>
          <span className="status-space" />
          <Age />
          <SpellingStatus />
          <Findings />
          <Length />
          <Place />
        </>
      ) : (
        <span className="status-item">Codicil</span>
      )}
    </footer>
  );
}

function SaveStatus() {
  const { session } = useServices();
  const state = useStore(session.saving, (current) => current);
  const failed = state.kind === 'failed';
  const Icon = SAVE_ICONS[state.kind];
  return (
    <span
      className={failed ? 'status-item status-failed' : 'status-item'}
      role={failed ? 'alert' : undefined}
    >
      <Icon aria-hidden size={13} strokeWidth={2} />
      <span data-save-state={state.kind}>{saveWords(state)}</span>
      {failed ? (
        <button type="button" className="status-button" onClick={() => void session.flush()}>
          Try again
        </button>
      ) : null}
    </span>
  );
}

const SAVE_ICONS = {
  clean: Check,
  saved: Check,
  pending: PenLine,
  saving: LoaderCircle,
  failed: CircleAlert,
};

function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'clean':
      return 'No changes';
    case 'pending':
      return 'Editing…';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Draft saved ${formatClock(state.savedAt)}`;
    case 'failed':
      return `Not saved: ${state.failure.message}`;
  }
}

/** The age of the paragraph with the caret in words, while the margin shows ages; it leads to the whole story. */
function Age() {
  const { ages, caret, lifelines } = useServices();
  const passages = useStore(ages.store, (current) => current?.passages ?? null);
  const line = useStore(caret, (state) => state.line);
  const age = passages ? ageOnLine(passages, line) : null;
  if (!age) return null;
  return (
    <button type="button" className="status-button" onClick={lifelines.traceSelection}>
      {ageWords(age)}
    </button>
  );
}

function Findings() {
  const { reading, preferences } = useServices();
  const count = useStore(reading.store, (state) => state.analysis?.report.findings.length ?? 0);
  return (
    <button
      type="button"
      className="status-button"
      onClick={() => preferences.change(openChecks(preferences.store.get().view))}
    >
      {count === 0 ? 'No findings' : formatCount(count, 'finding')}
    </button>
  );
}

function openChecks(view: Readonly<Record<string, string | number | boolean>>) {
  return { view: { ...view, panel: 'checks', sideOpen: true } };
}

/** Says which dictionary is in force, or why none is. */
function SpellingStatus() {
  const { spelling, navigator } = useServices();
  const state = useStore(spelling.store, (current) => current);
  return (
    <button
      type="button"
      className="status-button status-wide"
      onClick={() => navigator.open({ kind: 'settings' })}
    >
      {spellingWords(state)}
    </button>
  );
}

function spellingWords(state: SpellingState): string {
  switch (state.kind) {
    case 'off':
      return 'Spelling off';
    case 'unsupported':
      return `No spell check for ${languageName(state.language)}`;
    case 'waiting':
      return 'Spelling…';
    case 'failed':
      return 'Spelling failed';
    case 'checked':
      return `${ENGLISH_NAMES[state.english]}: ${formatCount(state.misspellings.length, 'unknown word')}`;
  }
}

function Length() {
  const { reading, caret } = useServices();
  const words = useStore(reading.store, (state) => state.analysis?.inspection.words ?? null);
  const selected = useStore(caret, (state) => state.selectedWords);
  if (words === null) return null;
  return (
    <span className="status-item">
      {selected > 0 ? `${selected.toLocaleString('en-GB')} of ` : ''}
      {formatCount(words, 'word')}
    </span>
  );
}

function Place() {
  const { caret } = useServices();
  const line = useStore(caret, (state) => state.line);
  const column = useStore(caret, (state) => state.column);
  return (
    <span className="status-item status-place">
      Line {line}, column {column}
    </span>
  );
}
