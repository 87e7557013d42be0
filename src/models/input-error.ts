/**
 * Impossible input to a calculation. `field` is the input's key, `code` a short stable word for programs; the message is English, for
 * developers. What a reader sees is composed by the renderer from the field's label and its allowed range.
 */
export class InputError extends RangeError {
  readonly field: string;
  readonly code: string;

  constructor(field: string, code: string, message: string) {
    super(`${field}: ${message}`);
    this.name = 'InputError';
    this.field = field;
    this.code = code;
  }
}

/** Throws unless `value` is a finite number within [min, max] (and whole, if asked). */
export function requireNumber(field: string, value: number, min: number, max: number, whole = false): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new InputError(field, 'not-a-number', `expected a finite number, got ${told(value)}`);
  if (whole && !Number.isInteger(value)) throw new InputError(field, 'not-whole', `expected a whole number, got ${value}`);
  if (value < min || value > max) throw new InputError(field, 'out-of-range', `expected ${min} to ${max}, got ${value}`);
}

/** Any value, whatever a program gave, as it can stand in a message. */
export function told(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
