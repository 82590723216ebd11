/** The Node-API version that the store's native part needs; in an older one it aborts the process. */
const neededNodeApi = 10;

/** True where Electron's own Node can open a library. */
export function hasStoreNode(): boolean {
  return Number(process.versions['napi'] ?? 0) >= neededNodeApi;
}

/** The Node to open it with where not: named by `CODICIL_NODE`, else the first in PATH. */
export function storeNode(): string {
  return process.env['CODICIL_NODE'] ?? 'node';
}
