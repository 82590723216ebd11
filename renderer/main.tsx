import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createClient } from './app/client.ts';
import { ClientContext } from './app/client-context.ts';
import { createServices, ServicesContext } from './app/services.ts';
import { connectWindow, startUp } from './app/window-events.ts';
import { portOfWorker } from './editor/text-analysis.ts';
import AnalysisWorker from './editor/text-analysis.worker.ts?worker';
import './theme/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root element');

const client = createClient(window.codicil);
const services = createServices(client, portOfWorker(new AnalysisWorker()));
connectWindow(services);
void startUp(services);

createRoot(root).render(
  <StrictMode>
    <ClientContext value={client}>
      <ServicesContext value={services}>
        <App />
      </ServicesContext>
    </ClientContext>
  </StrictMode>,
);
