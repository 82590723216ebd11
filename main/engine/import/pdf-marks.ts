import type { getResolvedPDFJS } from 'unpdf';

/** A small shape drawn on a page: where it stands, in points from the lower left corner. */
export interface DrawnMark {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

type Operators = Awaited<ReturnType<typeof getResolvedPDFJS>>['OPS'];
type Matrix = readonly [number, number, number, number, number, number];

/** Bullets are as large as a letter's belly, and about as wide as high. */
const [MIN_MARK, MAX_MARK] = [1.2, 9];
const MAX_SLANT = 1.6;
/** Nobody writes a page with more bullets than this; a page with more shapes is a drawing. */
const MAX_MARKS = 2000;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Finds shapes that may be bullets: browsers and Qt draw the marks of lists instead of writing them. */
export function findMarks(
  list: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  operators: Operators,
): DrawnMark[] {
  const marks: DrawnMark[] = [];
  const saved: Matrix[] = [];
  let matrix = IDENTITY;
  const invisible = new Set<number>([operators.endPath, operators.clip, operators.eoClip]);
  list.fnArray.forEach((operator, at) => {
    const args = list.argsArray[at];
    if (operator === operators.save || operator === operators.paintFormXObjectBegin) saved.push(matrix);
    if (operator === operators.restore || operator === operators.paintFormXObjectEnd)
      matrix = saved.pop() ?? IDENTITY;
    if (operator === operators.transform) matrix = multiply(matrix, asMatrix(args));
    if (operator === operators.paintFormXObjectBegin && Array.isArray(args) && args[0])
      matrix = multiply(matrix, asMatrix(args[0]));
    if (operator !== operators.constructPath || !Array.isArray(args) || marks.length >= MAX_MARKS) return;
    const [paint, , bounds] = args as [number, unknown, ArrayLike<number> | null];
    const mark = bounds && !invisible.has(paint) ? place(bounds, matrix) : null;
    if (mark && isSmall(mark)) marks.push(mark);
  });
  return marks;
}

function isSmall({ left, right, bottom, top }: DrawnMark): boolean {
  const [width, height] = [right - left, top - bottom];
  const [less, more] = [Math.min(width, height), Math.max(width, height)];
  return less >= MIN_MARK && more <= MAX_MARK && more <= less * MAX_SLANT;
}

function place({ 0: x1 = 0, 1: y1 = 0, 2: x2 = 0, 3: y2 = 0 }: ArrayLike<number>, matrix: Matrix): DrawnMark {
  const [a, b, c, d, e, f] = matrix;
  const xs = [a * x1 + c * y1 + e, a * x2 + c * y2 + e];
  const ys = [b * x1 + d * y1 + f, b * x2 + d * y2 + f];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

function asMatrix(args: unknown): Matrix {
  const numbers = Array.from(args as ArrayLike<unknown>, Number);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return numbers.slice(0, 6).every(Number.isFinite) ? [a, b, c, d, e, f] : IDENTITY;
}

/** First `inner`, then `outer`: PDF 32000-1, 8.3.4. */
function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
