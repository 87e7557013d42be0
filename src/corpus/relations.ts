import type { Locale } from '../i18n/locales.ts';

export interface Relatable {
  id: string;
  locale: Locale;
  topic: string;
  text: string;
  /** Ids of the pages that it links to. */
  links: string[];
}

const weights = { link: 0.35, topic: 0.15 };
const keptFeatures = 40;

/**
 * For each page, the pages of the same language nearest to it: cosine of TF-IDF over words (Latin) and pairs of characters (Han), raised
 * for pages that link to one another and for pages of one topic. Ids, best first.
 */
export function relate(pages: Relatable[], count: number): Map<string, string[]> {
  const related = new Map<string, string[]>();
  const byLocale = Map.groupBy(pages, (page) => page.locale);
  for (const group of byLocale.values()) relateGroup(group, count, related);
  return related;
}

function relateGroup(pages: Relatable[], count: number, related: Map<string, string[]>): void {
  const features = pages.map((page) => countFeatures(page.text));
  const documentCount = new Map<string, number>();
  for (const own of features) for (const feature of own.keys()) documentCount.set(feature, (documentCount.get(feature) ?? 0) + 1);
  const vectors = features.map((own) => strongest(own, documentCount, pages.length));
  const holders = new Map<string, { pages: number[]; weights: number[] }>();
  for (const [page, vector] of vectors.entries()) {
    for (const [feature, weight] of vector) {
      const list = holders.get(feature) ?? { pages: [], weights: [] };
      holders.set(feature, list);
      list.pages.push(page);
      list.weights.push(weight);
    }
  }
  const linksOf = pages.map((page) => new Set(page.links));
  // Plain arrays: at thousands of pages the loop below runs tens of millions of times.
  const cosines = new Float64Array(pages.length);
  for (const [index, page] of pages.entries()) {
    const met: number[] = [];
    for (const [feature, weight] of vectors[index] ?? []) {
      const list = holders.get(feature);
      // A word that most pages hold tells nothing, and would make this quadratic.
      if (!list || list.pages.length > 400) continue;
      for (let i = 0; i < list.pages.length; i++) {
        const other = list.pages[i] as number;
        if (other === index) continue;
        if (cosines[other] === 0) met.push(other);
        cosines[other] = (cosines[other] as number) + weight * (list.weights[i] as number);
      }
    }
    const nearest: Scored[] = [];
    for (const other of met) {
      const there = pages[other] as Relatable;
      const cosine = cosines[other] as number;
      cosines[other] = 0;
      const isLinked = linksOf[index]?.has(there.id) || linksOf[other]?.has(page.id);
      const score = cosine + (isLinked ? weights.link : 0) + (there.topic === page.topic ? weights.topic : 0);
      keepBest(nearest, { id: there.id, score }, count);
    }
    related.set(
      page.id,
      nearest.map(({ id }) => id),
    );
  }
}

interface Scored {
  id: string;
  score: number;
}

/** Puts a page where it belongs among the best `count`, best first; of thousands, few get so far. */
function keepBest(best: Scored[], one: Scored, count: number): void {
  const isBefore = (other: Scored) => one.score > other.score || (one.score === other.score && one.id.localeCompare(other.id) < 0);
  const last = best.at(-1);
  if (best.length >= count && !(last && isBefore(last))) return;
  const place = best.findIndex(isBefore);
  best.splice(place < 0 ? best.length : place, 0, one);
  if (best.length > count) best.pop();
}

function countFeatures(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const run of text.match(/\p{Script=Han}+|[\p{Script=Latin}\d-]{2,}/gu) ?? []) {
    if (/\p{Script=Han}/u.test(run)) for (let i = 0; i + 1 < run.length; i++) add(run.slice(i, i + 2));
    else add(/^[A-Z]?[^A-Z]*$/.test(run) ? run.toLowerCase() : run);
  }
  return counts;
}

/** The features that tell most about a page, as a vector of length one. */
function strongest(own: Map<string, number>, documentCount: Map<string, number>, total: number): [string, number][] {
  const weighted = [...own].map(([feature, count]): [string, number] => [
    feature,
    (1 + Math.log(count)) * Math.log((1 + total) / (documentCount.get(feature) ?? 1)),
  ]);
  const kept = weighted.sort((a, b) => b[1] - a[1]).slice(0, keptFeatures);
  const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1;
  return kept.map(([feature, weight]) => [feature, weight / length]);
}
