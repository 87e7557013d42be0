/*
 * npm run math-font: makes the parts of STIX Two Math (SIL Open Font License 1.1) that formulas here use, and the style sheet that names them.
 * Run it when `npm run check` says that a formula has a character that the font lacks (rule "formula-font").
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { coreMathCharacters, furtherMathCharacters, mathRanges } from './math-characters.ts';
import { root } from './settings.ts';

// Screens need no hinting, and it is a third of the bytes. The package's types do not know the option yet.
const unhinted = { noHinting: true };
const font = readFileSync(join(root, 'node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2'));
const faces: string[] = [];
for (const [name, characters, asked] of [
  ['math', coreMathCharacters, mathRanges.core],
  ['math-further', furtherMathCharacters, mathRanges.further],
] as const) {
  const subset = await subsetFont(font, characters.join(''), { targetFormat: 'woff2', ...unhinted });
  writeFileSync(join(root, 'src/styles', `${name}.woff2`), subset);
  console.log(`src/styles/${name}.woff2: ${subset.length} bytes, ${characters.length} characters`);
  faces.push(
    `@font-face {\n  font-family: "Touchstone Math";\n  src: url("./${name}.woff2") format("woff2");\n  font-display: optional;\n  unicode-range: ${asked};\n}`,
  );
}
writeFileSync(
  join(root, 'src/styles/math-font.css'),
  `/* Made by scripts/subset-math-font.ts. STIX Two Math, SIL Open Font License 1.1. */\n${faces.join('\n')}\n`,
);
