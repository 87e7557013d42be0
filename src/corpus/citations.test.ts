import { describe, expect, it } from 'vitest';
import { citationPattern, parseCitations } from './citations.ts';

describe('parseCitations(text)', () => {
  it.each([
    ['[@a]', [{ key: 'a', locator: '' }]],
    ['[@hu-2021, §4.1]', [{ key: 'hu-2021', locator: '§4.1' }]],
    [
      '[@a, p. 3; @b, eq. (5)]',
      [
        { key: 'a', locator: 'p. 3' },
        { key: 'b', locator: 'eq. (5)' },
      ],
    ],
    [
      '[@a, Table 1; Table 2; @b]',
      [
        { key: 'a', locator: 'Table 1; Table 2' },
        { key: 'b', locator: '' },
      ],
    ],
    ['[@a，第3页]', [{ key: 'a', locator: '第3页' }]],
    ['[@a, over\n  two lines]', [{ key: 'a', locator: 'over two lines' }]],
  ])('%s', (text, citations) => {
    expect(parseCitations(text)).toEqual(citations);
  });
});

it('citationPattern finds every citation of a text, and no link', () => {
  expect('So. [@a, 1] And [this](topic:x) too; see @b. [@c-2; @d]'.match(citationPattern)).toEqual(['[@a, 1]', '[@c-2; @d]']);
});
