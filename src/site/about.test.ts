import { describe, expect, it } from 'vitest';
import { aboutParts } from './about.ts';

describe('aboutParts(text)', () => {
  it('divides paragraphs at empty lines and parts at headings', () => {
    expect(aboutParts('One.\n\nTwo.\n\n## Then\n\nThree.\n')).toEqual([{ paragraphs: ['One.', 'Two.'] }, { heading: 'Then', paragraphs: ['Three.'] }]);
  });
  it('has no empty part where the text starts with a heading', () => {
    expect(aboutParts('## Only\n\nOne.')).toEqual([{ heading: 'Only', paragraphs: ['One.'] }]);
  });
});
