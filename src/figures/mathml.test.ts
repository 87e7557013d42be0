import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { lightMathml } from './mathml.ts';

const light = (tex: string, displayMode = false) => lightMathml(katex.renderToString(tex, { output: 'mathml', displayMode }));
const drawn = (html: string) => html.replace(/<annotation.*?<\/annotation>/g, '').replace(/<[^>]+>/g, '');

describe('lightMathml(html)', () => {
  it('leaves the formula and drops the source, the name space and rows around single signs', () => {
    expect(light('2^{n}')).toBe('<math><msup><mn>2</mn><mi>n</mi></msup></math>');
    expect(light('a+b', true)).toMatch(/<math display="block"><mi>a<\/mi><mo>\+<\/mo><mi>b<\/mi><\/math>/);
  });
  it('keeps rows of several signs, and what makes a sign other than it would be', () => {
    expect(light('x^{a+b}')).toContain('<msup><mi>x</mi><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow></msup>');
    expect(light('\\mathrm{d}(x)')).toContain('<mi mathvariant="normal">d</mi><mo stretchy="false">(</mo>');
    expect(light('\\operatorname{var}x')).toContain('<mi>var</mi>');
  });
  it('writes letters of the blackboard and of script as characters, which every browser draws', () => {
    expect(light('\\mathbb{R}\\mathcal{L}')).toBe('<math><mi>ℝ</mi><mi>ℒ</mi></math>');
  });
  it('takes each of several formulas by itself', () => {
    expect(lightMathml(`${katex.renderToString('a', { output: 'mathml' })} or ${katex.renderToString('b+c', { output: 'mathml' })}`)).toBe(
      '<math><mi>a</mi></math> or <math><mi>b</mi><mo>+</mo><mi>c</mi></math>',
    );
  });
  it('draws the same signs in the same order, every element closed', () => {
    for (const tex of [
      '\\frac{1}{\\sqrt{2\\pi}}\\int_0^\\infty e^{-x^2/2}\\,\\mathrm{d}x',
      '\\begin{pmatrix} a & \\frac{1}{2} \\\\ c & d \\end{pmatrix}',
      '\\begin{cases} x & \\text{if } x < 0 \\\\ -x & \\text{else} \\end{cases}',
      '\\begin{aligned} a &= b \\\\ c &= \\mathbf{d} \\end{aligned}',
      '\\hat{\\theta}_i \\ge \\left[J^{-1}\\right]_{ii}; \\{1, \\ldots\\}',
    ]) {
      const heavy = katex.renderToString(tex, { output: 'mathml' });
      const html = lightMathml(heavy);
      expect(drawn(html)).toBe(drawn(heavy));
      expect(html.length).toBeLessThan(heavy.length / 1.3);
      const open: string[] = [];
      for (const [, end, name = ''] of html.matchAll(/<(\/?)(\w+)[^>]*?(?<!\/)>/g))
        if (end) expect(open.pop()).toBe(name);
        else open.push(name);
      expect(open).toEqual([]);
    }
  });
});
