/** Today's date where the writer is, `YYYY-MM-DD`. */
export function todayIso(now: Date = new Date()): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
