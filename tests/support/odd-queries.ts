/** Queries such as nobody means and somebody types: operators out of place, markup, halves of characters. */
import fc from 'fast-check';

const pieces = fc.constantFrom(
  ...[
    '"',
    '“',
    ' ',
    '　',
    'OR',
    '或',
    ' - ',
    '-',
    'NEAR/3',
    'NEAR/',
    ' NEAR ',
    '<b>',
    '&lt;',
    '\\',
    '.*',
    '(',
    '[',
    '^',
  ],
  ...[
    '$',
    '|',
    '\ud800',
    '\udc00',
    '\u0000',
    '\u202e',
    '香',
    '港',
    'AI',
    'ai',
    '16.5',
    '.',
    ',',
    '2,300',
    '%',
    '+',
    '、',
  ],
);
export const oddQuery = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 40 }),
);
