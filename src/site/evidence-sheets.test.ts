import { describe, expect, it } from 'vitest';
import type { PreparedPage } from '../corpus/prepared.ts';
import { layOut } from './evidence-sheets.ts';

const topic = (name: string, count: number) => ({
  topic: name,
  pages: Array.from({ length: count }, (_, index) => ({ id: `${name} ${index}` }) as PreparedPage),
});
const told = (...topics: ReturnType<typeof topic>[]) =>
  layOut(topics, { together: 5, most: 10 }).map(({ path, parts }) => `${path}: ${parts.map((part) => `${part.topic} ${part.pages.length}`).join(', ')}`);

describe('layOut(topics, limits)', () => {
  it('gives each topic a sheet of its own where topics are large', () => {
    expect(told(topic('a', 8), topic('b', 9))).toEqual(['evidence/a/: a 8', 'evidence/b/: b 9']);
  });
  it('puts small topics on one sheet, named by the first, as long as the next fits as a whole', () => {
    expect(told(topic('a', 1), topic('b', 4), topic('c', 1))).toEqual(['evidence/a/: a 1, b 4', 'evidence/c/: c 1']);
  });
  it('divides a topic that is larger than a sheet', () => {
    expect(told(topic('a', 21))).toEqual(['evidence/a/: a 10', 'evidence/a/2/: a 10', 'evidence/a/3/: a 1']);
    expect(told(topic('a', 20))).toEqual(['evidence/a/: a 10', 'evidence/a/2/: a 10']);
  });
  it('lists every page once, in order', () => {
    const topics = [topic('a', 3), topic('b', 25), topic('c', 2), topic('d', 9)];
    const ids = layOut(topics, { together: 5, most: 10 }).flatMap(({ parts }) => parts.flatMap(({ pages }) => pages.map(({ id }) => id)));
    expect(ids).toEqual(topics.flatMap(({ pages }) => pages.map(({ id }) => id)));
  });
  it('keeps a topic without pages on a sheet, so that its name leads somewhere', () => {
    expect(told(topic('a', 0))).toEqual(['evidence/a/: a 0']);
  });
});
