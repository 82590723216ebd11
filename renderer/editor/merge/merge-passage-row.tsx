import { defaultChoice, type MergeChoice, type MergePassage } from '../../../shared/compare/merge-texts.ts';
import { redlinePieces } from '../../../shared/compare/redline-pieces.ts';
import { PassageRedline } from '../../components/passage-redline.tsx';
import { Segmented } from '../../components/segmented.tsx';

interface MergePassageRowProps {
  readonly passage: MergePassage;
  /** Undefined while a conflict is open, or where the default stands. */
  readonly choice: MergeChoice | undefined;
  readonly theirs: number;
  readonly onChoose: (choice: MergeChoice) => void;
}

const KINDS = {
  same: 'Unchanged',
  mine: 'Changed by you',
  theirs: 'Changed there',
  both: 'Changed alike',
  conflict: 'Conflict',
} as const;

/** One passage of three texts: what was there, what each side made of it, and which is taken. */
export function MergePassageRow({ passage, choice, theirs, onChoose }: MergePassageRowProps) {
  const { kind, base, mine } = passage;
  const taken = choice ?? (kind === 'conflict' ? null : defaultChoice(kind));
  return (
    <li className="merge-passage" data-kind={kind} data-open={taken === null || undefined}>
      <div className="merge-choice">
        <strong>{taken === null ? 'Conflict: choose one' : KINDS[kind]}</strong>
        {kind === 'both' ? null : (
          <Segmented<MergeChoice>
            label={`Take for: ${nameOf(mine || passage.theirs || base)}`}
            segments={[
              { value: 'mine', label: 'Mine' },
              { value: 'theirs', label: `Version ${theirs}` },
              ...(kind === 'conflict' ? [{ value: 'both' as const, label: 'Both' }] : []),
            ]}
            value={taken}
            onChange={onChoose}
          />
        )}
      </div>
      <div className="merge-row">
        <Side name="Where you began" text={base} before={null} taken={false} />
        <Side name="Your draft" text={mine} before={base} taken={taken === 'mine' || taken === 'both'} />
        <Side
          name={`Version ${theirs}`}
          text={passage.theirs}
          before={base}
          taken={taken === 'theirs' || taken === 'both'}
        />
      </div>
    </li>
  );
}

interface SideProps {
  readonly name: string;
  readonly text: string;
  /** What to mark the changes against; null shows the text as it is. */
  readonly before: string | null;
  readonly taken: boolean;
}

function Side({ name, text, before, taken }: SideProps) {
  return (
    <section className="merge-side selectable" data-taken={taken || undefined} aria-label={name}>
      {text === '' && (before ?? '') === '' ? <em className="merge-none">Nothing here</em> : null}
      {before === null ? text.trim() : <PassageRedline pieces={redlinePieces(before.trim(), text.trim())} />}
    </section>
  );
}

function nameOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 60);
}
