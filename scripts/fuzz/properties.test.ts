import fc from 'fast-check';
import { describe, it } from 'vitest';
import { seedOf, targets } from './properties.ts';

describe('from any text', () => {
  it.each(targets.map((target) => [target.name, target] as const))(
    '%s never throws, ends in time, and reads back what was written',
    async (name, { property }) => {
      await fc.assert(property, { seed: seedOf(name, 20261124), numRuns: 60 });
    },
  );
});
