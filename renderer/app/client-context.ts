import { createContext, useContext } from 'react';
import type { Client } from './client.ts';

/** Holds the client for the components below; `main.tsx` provides it once. */
export const ClientContext = createContext<Client | null>(null);

/** The client of this window. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient needs a ClientContext above it');
  return client;
}
