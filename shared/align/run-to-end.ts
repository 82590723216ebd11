/** Runs work that is cut into steps without a pause between them. */
export function runToEnd<Value>(work: Generator<unknown, Value>): Value {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
