import { parseSync } from 'vite';

/** Where a file imports something, types and dynamic imports included. `line` is 1-based. */
export interface ImportSite {
  readonly specifier: string;
  readonly line: number;
}

/** Reads the imports of one TypeScript or JavaScript file. Computed dynamic imports name nothing and are left out. */
export function findImports(file: string, source: string): ImportSite[] {
  const { module } = parseSync(file, source);
  const requests = [
    ...module.staticImports.map((item) => item.moduleRequest),
    ...module.staticExports.flatMap((item) => item.entries.map((entry) => entry.moduleRequest)),
  ].flatMap((request) => (request ? [{ specifier: request.value, start: request.start }] : []));
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const literal = /^(['"])(.*)\1$/.exec(source.slice(start, end));
    return literal?.[2] ? [{ specifier: literal[2], start }] : [];
  });
  return [...requests, ...dynamic].map(({ specifier, start }) => ({
    specifier,
    line: source.slice(0, start).split('\n').length,
  }));
}
