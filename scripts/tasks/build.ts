import { buildStale } from '../build/build.ts';

// npm run build [TARGET...]
await buildStale(process.argv.length > 2 ? process.argv.slice(2) : undefined);
