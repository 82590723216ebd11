import { lazy, type ReactNode, Suspense } from 'react';
import { Spinner } from '../components/progress.tsx';

const RawDiffEditor = lazy(() =>
  import('./raw-diff-editor.tsx').then((module) => ({ default: module.RawDiffEditor })),
);

/** The Markdown of both texts in Monaco's diff editor, which is loaded when it is first asked for. */
export function RawDiff({ a, b }: { readonly a: string; readonly b: string }): ReactNode {
  return (
    <Suspense fallback={<Spinner label="Loading the Markdown view" />}>
      <RawDiffEditor a={a} b={b} />
    </Suspense>
  );
}
