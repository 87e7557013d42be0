import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { runPlanSchema, runRecordSchema } from '../../src/schema/run-record.ts';
import { recorded } from './record.ts';

const plan = `command: python sum.py
tool: CPython, NumPy
needs:
  programs: { python: 3.11.7 }
  python: { numpy: 2.4.6 }
remark: { en: A sum., zh-cn: 求和。 }
`;
const here = { programs: { python: '3.12.1' }, python: { numpy: '2.4.6' } };
const sha256 = 'a'.repeat(64);

it('recorded(…) makes a whole record of a plan, with the versions that are here', () => {
  const text = recorded(plan, { record: runPlanSchema.parse(parse(plan)), sha256 }, '3\n\t4\n', here, '2026-11-24');
  expect(runRecordSchema.parse(parse(text))).toMatchObject({
    version: '3.12.1, 2.4.6',
    needs: { programs: { python: '3.12.1' } },
    date: '2026-11-24',
    sha256,
    output: '3\n\t4\n',
  });
});

it("recorded(…) of a whole record changes what the run changed, and leaves the author's words", () => {
  const old = `${plan}version: 3.11.7, 2.4.6\ndate: 2026-01-01\nsha256: ${'b'.repeat(64)}\noutput: |\n  2\n`;
  const text = recorded(old, { record: runPlanSchema.parse(parse(old)), sha256 }, '3\n', here, '2026-11-24');
  expect(parse(text)).toMatchObject({ tool: 'CPython, NumPy', version: '3.12.1, 2.4.6', output: '3\n', remark: { en: 'A sum.', 'zh-cn': '求和。' } });
  expect(text).toMatch(/^command: .*\ntool: .*\nversion: .*\nneeds:\n/);
});
