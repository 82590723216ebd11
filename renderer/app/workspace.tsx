import { Group, Panel, Separator } from 'react-resizable-panels';
import { SidePanels } from '../editor/panels/side-panels.tsx';
import { LifelinePanel } from '../history/lifeline-panel.tsx';
import { LibraryPanel } from '../library/library-panel.tsx';
import { Center } from './center.tsx';
import { layoutOf, sizesOf } from './panel-layout.ts';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** Library, text, and what the text says, side by side; the sizes are remembered for each combination. */
export function Workspace({ dark }: { readonly dark: boolean }) {
  const { preferences, navigator, session, lifelines } = useServices();
  const view = useStore(navigator.store, (state) => state.view);
  const isOpen = useStore(session.store, (state) => state.kind === 'open');
  const libraryOpen = useStore(preferences.store, (settings) => settings.view['libraryOpen'] !== false);
  const sideWanted = useStore(preferences.store, (settings) => settings.view['sideOpen'] !== false);
  const openPolicy = useStore(session.store, (state) =>
    state.kind === 'open' ? state.document.policyId : null,
  );
  const traced = useStore(lifelines.store, (subject) => subject);
  // A lifeline stands where the side panels stand, and beside the history too.
  const showsText = view === 'editor' || view === 'preview';
  const lifeline =
    traced && traced.policyId === openPolicy && (showsText || view === 'history') ? traced : null;
  const sideOpen = sideWanted && isOpen && showsText && !lifeline;
  const panels = [
    libraryOpen ? 'library' : '',
    'center',
    sideOpen ? 'side' : '',
    lifeline ? 'lifeline' : '',
  ].filter((id) => id !== '');
  const group = panels.join('-');
  const saved = layoutOf(panels, preferences.store.get().layout[group]);
  return (
    <Group
      className="workspace"
      orientation="horizontal"
      {...(saved ? { defaultLayout: saved } : {})}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) preferences.rememberLayout(group, sizesOf(panels, layout));
      }}
    >
      {libraryOpen ? (
        <>
          <Panel id="library" defaultSize="19%" minSize={186} maxSize={400}>
            <LibraryPanel />
          </Panel>
          <Separator className="separator" id="library-edge" aria-label="Width of the library" />
        </>
      ) : null}
      <Panel id="center" minSize={340}>
        <Center dark={dark} />
      </Panel>
      {sideOpen ? (
        <>
          <Separator className="separator" id="side-edge" aria-label="Width of the side panel" />
          <Panel id="side" defaultSize="26%" minSize={250} maxSize={560}>
            <SidePanels />
          </Panel>
        </>
      ) : null}
      {lifeline ? (
        <>
          <Separator className="separator" id="lifeline-edge" aria-label="Width of the lifeline" />
          <Panel id="lifeline" defaultSize="28%" minSize={270} maxSize={620}>
            <LifelinePanel subject={lifeline} />
          </Panel>
        </>
      ) : null}
    </Group>
  );
}
