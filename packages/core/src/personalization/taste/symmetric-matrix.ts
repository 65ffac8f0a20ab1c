/** A symmetric positive definite system: sums of outer products, and what follows from its Cholesky factor. Its lower triangle is kept. */
export class SymmetricMatrix {
  readonly size: number;
  /** Row by row, without what lies above the diagonal. */
  readonly #cells: Float64Array;

  constructor(size: number, cells = new Float64Array((size * (size + 1)) / 2)) {
    this.size = size;
    this.#cells = cells;
  }

  copy(): SymmetricMatrix {
    return new SymmetricMatrix(this.size, this.#cells.slice());
  }

  /** Adds `weight · row · rowᵀ`. */
  addOuter(row: Float64Array, weight: number): void {
    const cells = this.#cells;
    let at = 0;
    for (let i = 0; i < this.size; i++) {
      const scaled = weight * row[i]!;
      if (scaled === 0) {
        at += i + 1;
        continue;
      }
      for (let j = 0; j <= i; j++) cells[at + j] = cells[at + j]! + scaled * row[j]!;
      at += i + 1;
    }
  }

  /** Adds `weight · row · rowᵀ` of many rows: four at a time, so that the matrix passes through memory a quarter as often. */
  addOuters(rows: readonly Weighed[]): void {
    const cells = this.#cells;
    const whole = rows.length - (rows.length % 4);
    for (let at = 0; at < whole; at += 4) {
      const [one, two, three, four] = rows.slice(at, at + 4) as [
        Weighed,
        Weighed,
        Weighed,
        Weighed,
      ];
      const [a, b, c, d] = [one.row, two.row, three.row, four.row];
      for (let i = 0, row = 0; i < this.size; row += ++i) {
        const p = one.weight * a[i]!;
        const q = two.weight * b[i]!;
        const r = three.weight * c[i]!;
        const s = four.weight * d[i]!;
        for (let j = 0; j <= i; j++) {
          cells[row + j] = cells[row + j]! + p * a[j]! + q * b[j]! + r * c[j]! + s * d[j]!;
        }
      }
    }
    for (const { row, weight } of rows.slice(whole)) this.addOuter(row, weight);
  }

  /** Adds to the diagonal. */
  addDiagonal(values: Float64Array): void {
    for (let i = 0, at = 0; i < this.size; i++, at += i + 1) {
      this.#cells[at] = this.#cells[at]! + values[i]!;
    }
  }

  at(row: number, column: number): number {
    return this.#cells[placeOf(row, column)]!;
  }

  set(row: number, column: number, value: number): void {
    this.#cells[placeOf(row, column)] = value;
  }

  /** The leading part of this size. */
  leading(size: number): SymmetricMatrix {
    return new SymmetricMatrix(size, this.#cells.slice(0, (size * (size + 1)) / 2));
  }

  /** `L` with `L · Lᵀ` this matrix. @throws Error where it is not positive definite */
  factor(): CholeskyFactor {
    const cells = this.#cells.slice();
    for (let i = 0, row = 0; i < this.size; row += ++i) {
      for (let j = 0, other = 0; j <= i; other += ++j) {
        let sum = cells[row + j]!;
        for (let k = 0; k < j; k++) sum -= cells[row + k]! * cells[other + k]!;
        if (i > j) cells[row + j] = sum / cells[other + j]!;
        else if (sum > 0) cells[row + i] = Math.sqrt(sum);
        else throw new Error('The matrix is not positive definite.');
      }
    }
    return new CholeskyFactor(this.size, cells);
  }
}

interface Weighed {
  readonly row: Float64Array;
  readonly weight: number;
}

function placeOf(row: number, column: number): number {
  const [low, high] = row < column ? [row, column] : [column, row];
  return (high * (high + 1)) / 2 + low;
}

/** The lower triangular factor of a symmetric positive definite matrix. */
export class CholeskyFactor {
  readonly #size: number;
  readonly #cells: Float64Array;

  constructor(size: number, cells: Float64Array) {
    this.#size = size;
    this.#cells = cells;
  }

  /** Logarithm of the matrix's determinant. */
  logDeterminant(): number {
    let sum = 0;
    for (let i = 0, at = 0; i < this.#size; i++, at += i + 1) sum += Math.log(this.#cells[at]!);
    return 2 * sum;
  }

  /** `x` with `matrix · x = right`. */
  solve(right: Float64Array): Float64Array {
    const x = this.whiten(right);
    const cells = this.#cells;
    for (let i = this.#size - 1; i >= 0; i--) {
      const row = (i * (i + 1)) / 2;
      const value = x[i]! / cells[row + i]!;
      x[i] = value;
      for (let j = 0; j < i; j++) x[j] = x[j]! - value * cells[row + j]!;
    }
    return x;
  }

  /** `rowᵀ · matrix⁻¹ · row`. */
  quadratic(row: Float64Array): number {
    return this.whiten(row).reduce((sum, value) => sum + value * value, 0);
  }

  /** `L⁻¹ · right`. */
  whiten(right: Float64Array): Float64Array {
    const cells = this.#cells;
    const x = right.slice();
    for (let i = 0, row = 0; i < this.#size; row += ++i) {
      let sum = x[i]!;
      for (let j = 0; j < i; j++) sum -= cells[row + j]! * x[j]!;
      x[i] = sum / cells[row + i]!;
    }
    return x;
  }
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
