/*
 * npm run render -- 2/4: renders the second quarter of the texts into the cache and makes no site. Machines that do one share each may lay their
 * `rendered` folders together; the build that finds them there has nothing left to render.
 */
import { readCorpus } from '../src/corpus/read-corpus.ts';
import { renderedDir } from '../src/prose/prepare.ts';
import { renderAll } from '../src/prose/render-all.ts';
import { settings } from './settings.ts';

const [, share = Number.NaN, of = Number.NaN] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(process.argv[2] ?? '')?.map(Number) ?? [];

if (share <= of) {
  const { contentDir, base, cacheDir } = settings();
  const corpus = readCorpus(contentDir);
  const mine = corpus.documents.filter((_, index) => index % of === share - 1);
  await renderAll(corpus, base, renderedDir(cacheDir), mine);
  console.log(`share ${share} of ${of}: ${mine.length} of ${corpus.documents.length} texts rendered to ${renderedDir(cacheDir)}`);
} else {
  console.error('Say which share of the texts: npm run render -- 2/4 for the second of four.');
  process.exitCode = 1;
}
