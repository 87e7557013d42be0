/**
 * Fisher information of parameters that enter only the mean of Gaussian data, J = DᵀC⁻¹D with the whitened derivatives as columns of a tall matrix, and
 * the Cramér–Rao bounds from it. The matrix J is never inverted: its triangular factor R (J = RᵀR) comes from an orthogonalisation of the columns, which
 * keeps twice as many digits.
 *
 * Source of the bound: Nowak and Scott, "The Cramer-Rao Lower Bound" (Connexions m11429), Theorem 1. J = DᵀC⁻¹D is derived in the entry on the bound.
 */

export interface InformationFactor {
  /** Upper triangle, row by row, J = RᵀR. */
  factor: number[][];
  /** Smallest share of a column that the columns before it leave: the digits kept are those of 2·10⁻¹⁶ over this. */
  independence: number;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Largest absolute value. */
export function largest(column: Float64Array): number {
  let most = 0;
  for (let i = 0; i < column.length; i++) {
    const size = Math.abs(column[i] ?? 0);
    if (size > most) most = size;
  }
  return most;
}

function scaled(column: Float64Array, divisor: number): Float64Array {
  const into = new Float64Array(column.length);
  if (divisor > 0) for (let i = 0; i < into.length; i++) into[i] = (column[i] ?? 0) / divisor;
  return into;
}

/** Takes `share` of a unit column away, in place. */
function subtract(column: Float64Array, share: number, unit: Float64Array): void {
  for (let k = 0; k < column.length; k++) column[k] = (column[k] ?? 0) - share * (unit[k] ?? 0);
}

/** Factors the information matrix of whitened columns (they are left as they are). Gram–Schmidt, each column twice. */
export function informationFactor(columns: readonly Float64Array[]): InformationFactor {
  const size = columns.length;
  const factor = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const done: Float64Array[] = [];
  let independence = 1;
  for (const [j, column] of columns.entries()) {
    // Scaled first: squares of very small columns would vanish.
    const scale = largest(column);
    const rest = scaled(column, scale);
    const before = Math.sqrt(dot(rest, rest));
    for (let pass = 0; pass < 2; pass++) {
      for (const [i, unit] of done.entries()) {
        const share = dot(unit, rest);
        (factor[i] as number[])[j] = (factor[i]?.[j] ?? 0) + share * scale;
        subtract(rest, share, unit);
      }
    }
    const length = Math.sqrt(dot(rest, rest));
    (factor[j] as number[])[j] = length * scale;
    independence = Math.min(independence, before > 0 ? length / before : 0);
    if (j < size - 1) done.push(scaled(rest, length));
  }
  return { factor, independence };
}

/** Bound on the variance of a linear function of the parameters: gᵀJ⁻¹g = |R⁻ᵀg|². Infinite where the data do not determine it. */
export function varianceBound({ factor }: InformationFactor, gradient: readonly number[]): number {
  let sum = 0;
  const solved: number[] = [];
  for (let i = 0; i < gradient.length; i++) {
    let value = gradient[i] ?? 0;
    for (let k = 0; k < i; k++) value -= (factor[k]?.[i] ?? 0) * (solved[k] ?? 0);
    solved.push(value === 0 ? 0 : value / (factor[i]?.[i] ?? 0));
    sum += (solved[i] ?? 0) ** 2;
  }
  return sum;
}

/** Columns R·d for directions d: the factor in other coordinates, whose Gram matrix is the information there. */
export function changeCoordinates({ factor }: InformationFactor, directions: readonly (readonly number[])[]): number[][] {
  return directions.map((direction) => factor.map((row) => row.reduce((sum, value, k) => sum + value * (direction[k] ?? 0), 0)));
}

/** Gram matrix of columns: J_ij = column i · column j. */
export function gramMatrix(columns: readonly (readonly number[])[]): number[][] {
  return columns.map((a) => columns.map((b) => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0)));
}

/**
 * Condition number of the Gram matrix of columns after each is scaled to length one (so that units do not matter): the square of the ratio of the largest
 * to the smallest singular value, by Jacobi rotations of the columns. Infinite for dependent ones.
 */
export function scaledConditionNumber(columns: readonly (readonly number[])[]): number {
  const units = columns.map((column) => {
    const length = Math.hypot(...column);
    return column.map((value) => value / length);
  });
  if (units.some((unit) => unit.some((value) => !Number.isFinite(value)))) return Number.POSITIVE_INFINITY;
  for (let sweep = 0; sweep < 30; sweep++) {
    let turned = 0;
    for (let i = 0; i < units.length; i++) for (let j = i + 1; j < units.length; j++) turned = Math.max(turned, rotate(units[i] ?? [], units[j] ?? []));
    if (turned < 1e-15) break;
  }
  const lengths = units.map((unit) => Math.hypot(...unit));
  return (Math.max(...lengths) / Math.min(...lengths)) ** 2;
}

/** Turns two columns within their plane until they are at right angles. Returns the cosine of the angle that they had. */
function rotate(a: number[], b: number[]): number {
  const product = (x: number[], y: number[]) => x.reduce((sum, value, k) => sum + value * (y[k] ?? 0), 0);
  const [aa, bb, ab] = [product(a, a), product(b, b), product(a, b)];
  if (ab === 0) return 0;
  const zeta = (bb - aa) / (2 * ab);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = cosine * tangent;
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k] ?? 0, b[k] ?? 0];
    a[k] = cosine * x - sine * y;
    b[k] = sine * x + cosine * y;
  }
  return Math.abs(ab) / Math.sqrt(aa * bb);
}
