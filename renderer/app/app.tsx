import { useEffect } from 'react';
import { DropTarget } from '../library/drop-target.tsx';
import './app.css';
import { FaultBoundary } from '../components/fault-boundary.tsx';
import { commandForKey, runMenuCommand } from './commands.ts';
import { DialogHost } from './dialog-host.tsx';
import { editWhereFocusIs, stepForKey } from './edit-where-focus-is.ts';
import { EngineBanner } from './engine-banner.tsx';
import { JobBar } from './job-bar.tsx';
import { LiveRegion } from './live-region.tsx';
import { NoticeList } from './notice-list.tsx';
import { useServices } from './services.ts';
import { StatusBar } from './status-bar.tsx';
import { useTheme } from './theme.ts';
import { Workspace } from './workspace.tsx';

/** The window. */
export function App() {
  const dark = useTheme();
  useShortcuts();
  return (
    <DropTarget>
      <div className="app">
        <EngineBanner />
        <FaultBoundary>
          <Workspace dark={dark} />
        </FaultBoundary>
        <StatusBar />
      </div>
      <JobBar />
      <NoticeList />
      <FaultBoundary>
        <DialogHost />
      </FaultBoundary>
      <LiveRegion />
    </DropTarget>
  );
}

/** Listens to the shortcuts that work everywhere in the window. */
function useShortcuts(): void {
  const services = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || services.navigator.store.get().dialog) return;
      const step = stepForKey(event, services);
      const id = commandForKey(event);
      if (step === null && id === null) return;
      event.preventDefault();
      if (step) editWhereFocusIs(step, services);
      else if (id) runMenuCommand(id, services);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [services]);
}
