/** Work done in steps: yields the fraction done, 0 to 1, at short intervals; dropping the generator cancels. */
export type Steps<T> = Generator<number, T>;

/** Does all steps at once. */
export function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same work as one part of a larger one, whose fractions go from `from` to `to`. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
