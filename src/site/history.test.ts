import { describe, expect, it } from 'vitest';
import { pageHistory } from './history.ts';

const matter = (changes?: { date: string; what: string; corrects: boolean }[]) => ({ title: 'X', description: 'x', ...(changes ? { changes } : {}) });
const logged = (date: string, what: string) => ({ date, what, commit: 'abc1234' });

describe('pageHistory(page)', () => {
  it('tells Git\u2019s log, newest first, in the order of the commits of a day', () => {
    const history = [logged('2026-11-24', 'third'), logged('2026-11-24', 'second'), logged('2026-11-20', 'first')];
    expect(pageHistory({ matter: matter(), history }).map(({ what }) => what)).toEqual(['third', 'second', 'first']);
  });
  it('takes the author\u2019s words for a day where there are any, and the log for the others', () => {
    const history = [logged('2026-11-24', 'mend'), logged('2026-11-20', 'first')];
    expect(pageHistory({ matter: matter([{ date: '2026-11-24', what: 'The formula lacked a factor of 2.', corrects: true }]), history })).toEqual([
      { date: '2026-11-24', what: 'The formula lacked a factor of 2.', corrects: true },
      { date: '2026-11-20', what: 'first', commit: 'abc1234', corrects: false },
    ]);
  });
  it('is empty where neither tells anything', () => {
    expect(pageHistory({ matter: matter(), history: [] })).toEqual([]);
  });
});
