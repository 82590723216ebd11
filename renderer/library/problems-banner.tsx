import { ShieldAlert } from 'lucide-react';
import { useServices } from '../app/services.ts';
import { Button } from '../components/button.tsx';
import type { OpenDocument } from '../editor/document-session.ts';
import '../app/banner.css';

/** Says that a policy's chain of versions is not as it was saved, where, and what can be done. */
export function ProblemsBanner({ document }: { readonly document: OpenDocument }) {
  const { navigator } = useServices();
  const { problems = [] } = document.detail;
  const [first] = problems;
  if (!first) return null;
  const more = problems.length > 1 ? ` And ${problems.length - 1} more.` : '';
  return (
    <div className="banner" role="alert">
      <ShieldAlert aria-hidden size={16} />
      <span>
        <strong>{first.place}</strong>: {first.message}
        {more} It is shown, but it is no evidence, and it is neither compared nor exported.
      </span>
      <Button onPress={() => navigator.open({ kind: 'verify' })}>Check the library…</Button>
      <Button onPress={() => navigator.open({ kind: 'restore' })}>Restore a backup…</Button>
    </div>
  );
}
