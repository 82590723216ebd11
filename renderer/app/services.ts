import { createContext, useContext } from 'react';
import { createDocumentSession, type DocumentSession } from '../editor/document-session.ts';
import type { Caret } from '../editor/editor-port.ts';
import { createReading, type Reading } from '../editor/reading.ts';
import { openSpellingWorker } from '../editor/spelling/open-spelling-worker.ts';
import { createSpelling, type Spelling } from '../editor/spelling/spelling.ts';
import type { AnalysisPort } from '../editor/text-analysis.ts';
import { type AgeMargin, createAgeMargin } from '../history/age-margin.ts';
import { createLifelines, type Lifelines } from '../history/lifelines.ts';
import { createImporter, type Importer } from '../library/importer.ts';
import { createLibraryKeeper, type LibraryKeeper } from '../library/library-keeper.ts';
import { createLibrary, type Library } from '../library/library-store.ts';
import { addRecent } from '../library/recent-policies.ts';
import { createPublisher, type Publisher } from '../publish/publisher.ts';
import type { Client } from './client.ts';
import { createHouseProfiles, type HouseProfiles } from './house-profile-store.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { createNavigator, type Navigator } from './navigation.ts';
import { createNotices, type Notices } from './notices.ts';
import { createPreferences, type Preferences } from './preferences.ts';
import { createStore, type Store } from './store.ts';
import { createWorkQueue, type WorkQueue } from './work-queue.ts';

/** Everything that lives as long as the window, wired once. Views take what they need from here. */
export interface Services {
  readonly client: Client;
  readonly navigator: Navigator;
  readonly notices: Notices;
  readonly preferences: Preferences;
  readonly jobs: Jobs;
  readonly library: Library;
  readonly importer: Importer;
  readonly keeper: LibraryKeeper;
  readonly session: DocumentSession;
  readonly reading: Reading;
  readonly spelling: Spelling;
  readonly publisher: Publisher;
  readonly houseProfile: HouseProfiles;
  /** What panels write to the text: each needs the reading of what the one before wrote. */
  readonly writes: WorkQueue;
  readonly lifelines: Lifelines;
  readonly ages: AgeMargin;
  readonly caret: Store<Caret>;
  readonly engine: Store<EngineState>;
}

/** What the engine last said of itself. */
export interface EngineState {
  readonly state: 'starting' | 'ready' | 'stopped';
  readonly message: string;
}

/** Wires the services of one window. `analysisPort` is the worker that reads texts. */
export function createServices(client: Client, analysisPort: AnalysisPort): Services {
  const navigator = createNavigator();
  const notices = createNotices();
  const preferences = createPreferences(client);
  const jobs = createJobs(client);
  const library = createLibrary(client);
  const houseProfile = createHouseProfiles(client);
  const reading: Reading = createReading({
    port: analysisPort,
    text: () => session.text(),
    settings: () => ({
      profile: houseProfile.store.get(),
      library: { own: null, versions: session.versions() },
    }),
  });
  houseProfile.store.subscribe(reading.touch);
  const session: DocumentSession = createDocumentSession({
    client,
    onLoaded: ({ policyId }) => {
      preferences.remember('recent', addRecent(preferences.recall('recent', ''), policyId));
      preferences.remember('policy', policyId);
      reading.restart();
    },
    onTouched: reading.touch,
  });
  session.store.subscribe(reading.touch); // a saved version is one more date to check against
  return {
    client,
    navigator,
    notices,
    preferences,
    jobs,
    library,
    importer: createImporter({ client, jobs, library, navigator, notices }),
    keeper: createLibraryKeeper({ client, library, session, notices }),
    session,
    reading,
    spelling: createSpelling({ openPort: openSpellingWorker, reading, preferences }),
    houseProfile,
    writes: createWorkQueue(),
    publisher: createPublisher({ client, jobs, notices, session }),
    lifelines: createLifelines({ session, navigator, notices }),
    ages: createAgeMargin({ client, session, reading, preferences }),
    caret: createStore<Caret>({ line: 1, column: 1, offset: 0, selectedWords: 0 }),
    engine: createStore<EngineState>({ state: 'starting', message: '' }),
  };
}

/** Holds the services for the components below; `main.tsx` provides it once. */
export const ServicesContext = createContext<Services | null>(null);

/** The services of this window. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('useServices needs a ServicesContext above it');
  return services;
}
