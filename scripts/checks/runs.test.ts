import { describe, expect, it } from 'vitest';
import { wasPrinted } from './runs.ts';

describe('wasPrinted(shown, output)', () => {
  it.each([
    ['1.134', 'ignoring the colour            1.134 of it'],
    ['1.13', '1.134'],
    ['1206', 'wrote 1206 records'],
    ['1206', '1,206 rows'],
    ['4.9', 'alpha 4.887'],
    ['3.2', 'phi=1.5708  -3.1812 %'],
    ['7', 'ranks 7'],
    ['0.00029', 'bound 2.9e-04'],
  ])('is true of %s and “%s”', (shown, output) => {
    expect(wasPrinted(shown, output)).toBe(true);
  });
  it.each([
    ['1.14', '1.134'],
    ['1206', '1205'],
    ['7', '6.7'],
    ['20', '1206'],
    ['4.9', '49'],
  ])('is false of %s and “%s”', (shown, output) => {
    expect(wasPrinted(shown, output)).toBe(false);
  });
});
