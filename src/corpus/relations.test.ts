import { describe, expect, it } from 'vitest';
import { type Relatable, relate } from './relations.ts';

const page = (id: string, text: string, given: Partial<Relatable> = {}): Relatable => ({ id, locale: 'en', topic: id, text, links: [], ...given });

describe('relate(pages, count)', () => {
  it('puts the page with the same words first', () => {
    const related = relate(
      [
        page('a', 'chirp spreading factor bandwidth'),
        page('b', 'rank adapter matrix weights'),
        page('c', 'chirp bandwidth of a receiver'),
        page('d', 'broker topic partition'),
      ],
      3,
    );
    expect(related.get('a')?.[0]).toBe('c');
    expect(related.get('c')?.[0]).toBe('a');
  });
  it('compares Chinese by pairs of characters', () => {
    const zh = { locale: 'zh-cn' } as const;
    const related = relate([page('a', '扩频因子与带宽', zh), page('b', '低秩适配矩阵', zh), page('c', '扩频因子决定速率', zh)], 2);
    expect(related.get('a')?.[0]).toBe('c');
  });
  it('tells LoRA from LoRa', () => {
    const related = relate([page('a', 'LoRa LoRa LoRa'), page('b', 'LoRA LoRA LoRA and more'), page('c', 'LoRa LoRa and more')], 1);
    expect(related.get('a')).toEqual(['c']);
  });
  it('raises pages that link to one another above pages with a few more common words', () => {
    const pages = [page('a', 'alpha beta gamma delta'), page('b', 'alpha beta epsilon zeta'), page('c', 'alpha eta theta iota', { links: ['a'] })];
    expect(relate(pages, 2).get('a')).toEqual(['c', 'b']);
  });
  it('raises pages of one topic', () => {
    const pages = [page('a', 'alpha beta', { topic: 't' }), page('b', 'alpha gamma'), page('c', 'alpha delta', { topic: 't' })];
    expect(relate(pages, 2).get('a')).toEqual(['c', 'b']);
  });
  it('never relates a page to itself or to another language, and gives no more than asked', () => {
    const pages = [page('a', 'chirp'), page('b', 'chirp'), page('c', 'chirp'), page('d', 'chirp', { locale: 'zh-cn' })];
    const related = relate(pages, 1);
    expect(related.get('a')).toEqual(['b']);
    expect(related.get('d')).toEqual([]);
  });
});
