import { useEffect, useRef } from 'react';

/** Alt with the left arrow goes one step back in time, with the right arrow one forward; null listens to nothing. */
export function useStepKeys(step: ((by: -1 | 1) => void) | null): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const wanted = event.altKey && !event.ctrlKey && !event.defaultPrevented;
      if (!latest.current || !wanted || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
      event.preventDefault();
      latest.current(event.key === 'ArrowLeft' ? -1 : 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
