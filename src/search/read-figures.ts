/** How figures are asked for, of one instrument: what may be typed for its inputs and outputs. */
export interface FigureNames {
  instrument: string;
  /** Input's key, what is typed for it (`#` stands for the number), and what the number is multiplied by. */
  inputs: [key: string, typed: string, scale: number][];
  /** Output's key and the words that ask for it. */
  outputs: [key: string, words: string[]][];
}

export interface AskedFigures {
  instrument: string;
  inputs: Record<string, number>;
  /** Keys of the outputs that were asked for; empty if none was named. */
  outputs: string[];
}

/** Figures that a query asks for: `sf7 125khz 20 bytes airtime`. It must name two inputs, or one and an output. */
export function readFigures(query: string, all: readonly FigureNames[]): AskedFigures | undefined {
  const text = query.normalize('NFKC').toLowerCase();
  const asked = all.map(({ instrument, inputs, outputs }) => {
    const values: Record<string, number> = {};
    let rest = text;
    for (const [key, typed, scale] of inputs) {
      const match = patternOf(typed).exec(rest);
      if (!match || key in values) continue;
      values[key] = Number(match[1]) * scale;
      rest = rest.replace(match[0], ' ');
    }
    return { instrument, inputs: values, outputs: outputs.filter(([, words]) => words.some((word) => holds(rest, word))).map(([key]) => key) };
  });
  return asked.find(({ inputs, outputs }) => Object.keys(inputs).length >= 2 || (Object.keys(inputs).length === 1 && outputs.length > 0));
}

const number = '(-?\\d{1,12}(?:\\.\\d{1,12})?)';

function patternOf(typed: string): RegExp {
  const [before = '', after = ''] = typed.split('#').map((part) => part.trim());
  return new RegExp(`(?<![\\p{Script=Latin}\\d.])${before}\\s*=?\\s*${number}\\s*${after}(?![\\p{Script=Latin}\\d])`, 'u');
}

function holds(text: string, word: string): boolean {
  return /^\p{Script=Latin}/u.test(word) ? new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text) : text.includes(word);
}
