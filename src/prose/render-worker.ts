import { parentPort, workerData } from 'node:worker_threads';
import type { CorpusDocument } from '../corpus/corpus.ts';
import { loadInstruments } from '../instruments/registry.ts';
import type { ProseContext } from './context.ts';
import { loadHighlighter } from './highlight.ts';
import { renderDocument } from './render.ts';

/** One of the threads that render documents: answers each document with what became of it. */
const [instruments] = await Promise.all([loadInstruments(), loadHighlighter()]);
const tools = { ...(workerData as ProseContext), instruments };

parentPort?.on('message', (documents: CorpusDocument[]) => {
  parentPort?.postMessage(documents.map((document) => ({ id: document.id, rendered: renderDocument(document, tools) })));
});
