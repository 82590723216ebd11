/** An absolute URL, or null for what is none. (`URL.parse` and `URL.canParse` are newer than the Node inside Electron 25.) */
export function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
