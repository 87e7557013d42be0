import { describe, expect, it } from 'vitest';
import { renderText } from './testing.ts';

const twin = async (body: string) => (await renderText(body, { base: '/kb/' })).markdown;

describe('the Markdown twin', () => {
  it('keeps what is Markdown as it was written', async () => {
    const body = 'Text with *emphasis*, $x$ and `code`.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n$$\ny\n$$\n\n- one\n- two';
    expect(await twin(body)).toBe(body);
  });
  it('writes citations as names and places', async () => {
    expect(await twin('So. [@a, §4; @b]')).toBe('So. [Ada 2020, §4; Bell 2020]');
  });
  it('takes the ids off the headings', async () => {
    expect(await twin('## How it works {#how}\n\nText.')).toBe('## How it works\n\nText.');
  });
  it('puts addresses into links', async () => {
    expect(await twin('[there](topic:y#z), [out](https://example.org/)')).toBe('[there](/kb/en/topics/y/#z), [out](https://example.org/)');
  });
  it('puts addresses into pictures', async () => {
    expect(await twin('![A chirp](images/chirp.svg)')).toBe('![A chirp](/kb/images/x/chirp.svg)');
  });
  it('leaves code as it is, even where it looks like a citation or the id of a heading', async () => {
    const body = 'Write `[@a, §4]`.\n\n```text\nx {"#y"}\n[@b]\n```';
    expect(await twin(body)).toBe(body);
  });
  it('replaces words by what they show', async () => {
    expect(await twin('So <Calc of={2 ** 7} /> and <Value of="lora-link.sensitivityDbm" />.')).toMatch(
      /^So 128 and \[−\d+(\.\d+)?\s?dBm\]\(\/kb\/en\/instruments\/lora-link\/\)\.$/,
    );
  });
  it('keeps the content of words, even when a tag holds the sign that ends tags', async () => {
    expect(await twin('<Note kind="note" title="a > b">\nMind **this** <Calc of={1 + 1} />.\n</Note>')).toBe('**a > b**\n\nMind **this** 2.');
    expect(await twin('The <Term id="none">sweep</Term> rises.')).toBe('The sweep rises.');
  });
  it('links a figure of a run to its listing', async () => {
    expect(await twin('It prints <Run of="sum.py">3</Run> lines.')).toBe('It prints [3](/kb/en/topics/x/#listing-sum.py) lines.');
  });
  it('shows a listing as a fence with its output, and a figure as its caption and description', async () => {
    const text = await twin('<Listing file="sum.py" />\n\n<Figure of="line" />');
    expect(text).toContain('```python sum.py\na = 1\nb = 2\nprint(a + b)\n```');
    expect(text).toMatch(/```text\n3\n```/);
    expect(text).toMatch(/A line\*\* It rises\. \(A rising line\.\)$/);
  });
});
