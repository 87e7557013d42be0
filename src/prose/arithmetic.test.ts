import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArithmeticError, compileArithmetic, evaluateArithmetic, readableArithmetic } from './arithmetic.ts';

/** Sums as text: numbers, signs, operators, parentheses, calls. */
const sum = fc.letrec<{ sum: string }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4 },
    fc.nat(1000).map(String),
    fc.double({ min: 0, max: 1e6, noNaN: true }).map(String),
    fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/', '%'), tie('sum')).map(([a, operator, b]) => `${a} ${operator} ${b}`),
    fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => `(${a}) ** (${b})`),
    tie('sum').map((inner) => `(${inner})`),
    tie('sum').map((inner) => `-(${inner})`),
    fc.tuple(fc.constantFrom('sqrt', 'abs', 'floor', 'ceil', 'exp', 'log2', 'log10'), tie('sum')).map(([name, inner]) => `${name}(${inner})`),
    fc.tuple(fc.constantFrom('min', 'max'), tie('sum'), tie('sum')).map(([name, a, b]) => `${name}(${a}, ${b})`),
  ),
})).sum;

describe('compileArithmetic(source)', () => {
  it('agrees with JavaScript on any sum', () => {
    fc.assert(
      fc.property(sum, (source) => {
        const names = ['sqrt', 'abs', 'floor', 'ceil', 'exp', 'log2', 'log10', 'min', 'max'] as const;
        const expected = new Function(...names, `return ${source}`)(...names.map((name) => Math[name])) as number;
        expect(compileArithmetic(source)(Number.NaN)).toBe(expected);
      }),
    );
  });
  it('works out x where it is allowed', () => {
    expect(compileArithmetic('2 * 4096 * x', ['x'])(3)).toBe(24576);
    expect(() => compileArithmetic('2 * x')).toThrow(ArithmeticError);
  });
  it('never runs anything: a text is a sum or is refused', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        try {
          expect(typeof compileArithmetic(source)(0)).toBe('number');
        } catch (error) {
          expect(error).toBeInstanceOf(ArithmeticError);
        }
      }),
    );
  });
});

describe('evaluateArithmetic(source)', () => {
  it.each([
    ['8 * (4096 + 4096)', 65536],
    ['2 ** 7', 128],
    ['-2 + +3', 1],
    ['1e3 / 4', 250],
    ['log10(1000)', Math.log10(1000)],
    ['sqrt(2) ** 2', Math.SQRT2 ** 2],
    ['round(pi)', 3],
    ['ln(e)', 1],
    ['((7))', 7],
  ])('%s = %d', (source, value) => {
    expect(evaluateArithmetic(source)).toBe(value);
  });

  it.each([
    '',
    '1 +',
    '(1 + 2',
    '1 + 2)',
    '1 2',
    '1; 2',
    '1, 2',
    'x',
    'process.exit(1)',
    'globalThis',
    'constructor',
    'sqrt.constructor("return 1")()',
    'toString()',
    '(() => 1)()',
    'new Date()',
    '`1`',
    '"1"',
    'true',
    'null',
    '[1]',
    '{}',
    '1n',
    '/1/',
    '1 < 2',
    '1 && 2',
    '1 ? 2 : 3',
    'a = 1',
    '!1',
    '~1',
    'typeof 1',
    'min(...[1])',
    'sqrt?.(4)',
    'import("node:fs")',
    'this',
    '1 / 0',
    'sqrt(-1)',
    'min()',
  ])('refuses %s', (source) => {
    expect(() => evaluateArithmetic(source)).toThrow(ArithmeticError);
  });
});

it('readableArithmetic() writes a sum with the signs of mathematics', () => {
  expect(readableArithmetic('2**7 * (3-1)/pi')).toBe('2^7 × (3−1) / π');
});
