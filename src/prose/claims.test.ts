import { describe, expect, it } from 'vitest';
import { renderText, term } from './testing.ts';

const claims = async (...given: Parameters<typeof renderText>) => (await renderText(...given)).facts.claims;

describe('claims of a text', () => {
  it('are its paragraphs, items and rows that rest on something, with section, text and grounds; the others are none', async () => {
    const text =
      'One. [@a, p. 1]\n\nNothing.\n\n## Two {#two}\n\n- Item. [@b, §2; @c, eq. (3)]\n- Bare item.\n\n| SF | time |\n|---|--:|\n| 7 | 56 ms [@a, Table 1] |\n| 8 | – |\n';
    expect(await claims(text)).toEqual([
      { section: '', text: 'One.', grounds: [{ kind: 'cited', key: 'a', locator: 'p. 1' }] },
      {
        section: 'two',
        text: 'Item.',
        grounds: [
          { kind: 'cited', key: 'b', locator: '§2' },
          { kind: 'cited', key: 'c', locator: 'eq. (3)' },
        ],
      },
      { section: 'two', text: '7 · 56\u00a0ms', grounds: [{ kind: 'cited', key: 'a', locator: 'Table 1' }] },
    ]);
  });
  it('show computed figures and sums as the reader sees them, and how to get them again', async () => {
    const [claim] = await claims('It takes <Value of="lora-link.timeOnAirS" sf={9} payloadBytes={20} unit="ms" digits={4} />, not <Calc of={8 * 23} />.', {
      base: '/kb/',
    });
    // Semtech's calculator: SF9, 125 kHz, 4/5, 8 symbols of preamble, explicit header, CRC, 20 bytes.
    expect(claim?.text.replace(/\s/g, ' ')).toBe('It takes 185.3 ms, not 184.');
    expect(claim?.grounds).toEqual([
      { kind: 'computed', of: 'lora-link.timeOnAirS', shown: expect.stringMatching(/^185\.3\sms$/), href: '/kb/en/instruments/lora-link/?sf=9' },
      { kind: 'sum', sum: '8 × 23', shown: '184' },
    ]);
  });
  it('take a listing with its run and a drawing with its lines as one claim each', async () => {
    expect(await claims('<Listing file="sum.py" />\n\n<Figure of="line" />\n')).toEqual([
      { section: '', anchor: 'listing-sum.py', text: 'sum.py', grounds: [{ kind: 'run', listing: 'sum.py', href: '/en/topics/x/#listing-sum.py' }] },
      {
        section: '',
        anchor: 'figure-line',
        text: 'Figure 1. A line · It rises.',
        grounds: [
          { kind: 'sum', sum: '2 * x', shown: 'twice' },
          { kind: 'cited', key: 'c', locator: 'p. 1' },
        ],
      },
    ]);
  });
  it('write a short formula as its TeX, leave a long one out, and keep the words of terms', async () => {
    const chirp = term('chirp', 'chirp', '线性调频');
    const [claim] = await claims('A chirp of $2^{SF}$ chips, $\\frac{a}{b}$ long. [@a, 1]', { terms: [chirp] });
    expect(claim?.text).toBe('A chirp of 2^SF chips, … long.');
  });
  it('take a figure that a run printed with the place of its listing', async () => {
    const [claim] = await claims('It prints <Run of="sum.py">3</Run> lines.');
    expect(claim).toMatchObject({
      text: 'It prints 3 lines.',
      grounds: [{ kind: 'run', listing: 'sum.py', shown: '3', href: '/en/topics/x/#listing-sum.py' }],
    });
  });
  it('are, in an example, the blocks with a figure that rest on nothing else', async () => {
    expect(
      await claims('<Example>\n\nA node sends 40 packets.\n\nA node sends.\n\n- It takes <Calc of={2 * 3} /> s.\n\n</Example>\n\nIt sends 40 packets.'),
    ).toMatchObject([
      { text: 'A node sends 40 packets.', grounds: [{ kind: 'example' }] },
      { text: 'It takes 6 s.', grounds: [{ kind: 'sum' }] },
    ]);
  });
  it.each([
    ['en', 'The quick brown fox jumps over the lazy dog and more. [@a, 1]', 'The quick brown fox jumps over the lazy'],
    ['en', 'The first $x$ is more than the second. [@a, 1]', undefined],
    ['en', 'The first one of them $x$ is more than the second. [@a, 1]', 'The first one of them'],
    ['zh-cn', '扩频因子每加一，符号时间就要加倍，灵敏度提高约三分贝。[@a, 1]', '扩频因子每加一，符号时间就要加倍'],
  ] as const)('begin, in %s, with words by which a browser finds them: %s', async (locale, text, opening) => {
    const [claim] = await claims(text, { locale });
    expect(claim?.opening).toBe(opening);
  });
  it('are cut between words after 180 characters', async () => {
    const [claim] = await claims(`${'Word after word. '.repeat(20)}[@a, 1]`);
    expect(claim?.text.length).toBeLessThanOrEqual(180);
    expect(claim?.text).toMatch(/\w…$/);
  });
});
