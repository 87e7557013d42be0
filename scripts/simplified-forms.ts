import { Converter } from 'opencc-js/t2cn';

/** Pairs of a traditional character and its simplified form, for the simplified characters that a text holds, as one string. */
export function simplifiedForms(text: string): string {
  const held = new Set(text);
  const convert = Converter({ from: 't', to: 'cn' });
  const [first, last] = [0x4e00, 0x9fff];
  let pairs = '';
  for (let code = first; code <= last; code += 1) {
    const traditional = String.fromCodePoint(code);
    if (held.has(traditional)) continue;
    const simplified = convert(traditional);
    if (simplified !== traditional && held.has(simplified)) pairs += traditional + simplified;
  }
  return pairs;
}
