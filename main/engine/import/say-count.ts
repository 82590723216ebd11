/** "1 link leads" or "3 links lead": what was noticed, with its number. */
export function sayCount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
