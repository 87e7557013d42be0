/*
 * npm run -s instrument -- <id>: reads one JSON object of inputs per line, writes one of outputs per line. `--list` names the instruments,
 * `<id> --schema` prints the JSON Schema of inputs and outputs. `<id> --run` also does the instrument's long work (a simulation, say) for each line and
 * adds its result as `work`.
 */
import { createInterface } from 'node:readline';
import { finishWork } from '../src/instruments/define.ts';
import { allOutputs, completeInputs } from '../src/instruments/inputs.ts';
import { loadInstruments } from '../src/instruments/registry.ts';
import { InputError } from '../src/models/input-error.ts';
import { instrumentSchema } from './instrument-schema.ts';

const instruments = await loadInstruments();
const [id = '', flag] = process.argv.slice(2);
const instrument = instruments.get(id);
if (id === '--list') {
  for (const known of instruments.keys()) console.log(known);
} else if (!instrument) {
  console.error(`There is no instrument "${id}". Known: ${[...instruments.keys()].join(', ')}.`);
  process.exitCode = 1;
} else if (flag === '--schema') {
  console.log(JSON.stringify(instrumentSchema(instrument), null, 2));
} else {
  const answers: string[] = [];
  const flush = () => {
    if (answers.length > 0) process.stdout.write(`${answers.splice(0).join('\n')}\n`);
  };
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    answers.push(answer(line));
    if (answers.length >= 500) flush();
  }
  flush();
}

function answer(line: string): string {
  try {
    const given = JSON.parse(line) as unknown;
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new InputError('', 'not-an-object', 'each line must be a JSON object of inputs');
    if (!instrument) throw new Error('unreachable');
    const inputs = completeInputs(instrument, given as Record<string, unknown>);
    const work = flag === '--run' && instrument.work ? { work: finishWork(instrument.work.run(inputs)) } : {};
    return JSON.stringify({ ...allOutputs(instrument, inputs), ...work });
  } catch (error) {
    if (error instanceof InputError) return JSON.stringify({ error: { code: error.code, field: error.field, message: error.message } });
    if (error instanceof SyntaxError) return JSON.stringify({ error: { code: 'not-json', field: '', message: error.message } });
    throw error;
  }
}
