/** What the source of a pattern tells of the texts that it matches. */

const digits = '0123456789';
const blanks = '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff';
/** … and the blanks of U+2000 to U+200A. */
const typographic = Array.from({ length: 11 }, (_, at) => String.fromCharCode(0x2000 + at));
/** A set that would hold more says too little to be worth a look. */
const most = 80;

/** Characters of which one is there; `undefined` where there is no such set. */
type Characters = ReadonlySet<string> | undefined;

/** A part of a pattern. */
type Part = {
  /** Characters of which one at least stands in whatever it matches, or looks at around it. */
  need: Characters;
  /** Characters with which it may begin, where it reads anything. */
  first: Characters;
  /** Whether it may read nothing. */
  empty: boolean;
};

const nothing: Part = { need: undefined, first: new Set(), empty: true };
const anything: Part = { need: undefined, first: undefined, empty: false };

function oneOf(characters: Characters): Part {
  return characters ? { need: characters, first: characters, empty: false } : anything;
}

function union(a: Characters, b: Characters): Characters {
  return a && b && a.size + b.size <= 2 * most ? new Set([...a, ...b]) : undefined;
}

/** Blanks and characters that stand in so many lines that to need one says little, and how much less it says. */
const common = new Set(
  ' 　的一是不了在有人我他這这個个們们中來来上大為为和國国地到以時时要就出會会可也對对生能而所過过發发後后之日本三下者分小多最',
);
const commonness = 40;

/** Of how many characters a set is, common ones counting as many. */
function breadthOf(characters: ReadonlySet<string>): number {
  let breadth = 0;
  for (const character of characters) breadth += common.has(character) ? commonness : 1;
  return breadth;
}

/** The set that says more. */
function narrower(a: Characters, b: Characters): Characters {
  return a && (!b || breadthOf(a) <= breadthOf(b)) ? a : b;
}

class Reader {
  private readonly source: readonly string[];
  private readonly ignoresCase: boolean;
  private at = 0;

  constructor({ source, flags }: RegExp) {
    this.source = [...source];
    this.ignoresCase = flags.includes('i');
  }

  isAtEnd(): boolean {
    return this.at >= this.source.length;
  }

  private take(): string {
    return this.source[this.at++] ?? '';
  }

  skip(text: string): boolean {
    const here = this.source.slice(this.at, this.at + text.length).join('');
    if (here !== text) return false;
    this.at += text.length;
    return true;
  }

  private skipBehind(end: string): void {
    while (!this.isAtEnd() && this.take() !== end);
  }

  /** What stands up to the end of a group, or of the pattern. */
  alternatives(): Part {
    let whole = this.sequence();
    while (this.skip('|')) {
      const other = this.sequence();
      const need = union(whole.need, other.need);
      whole = {
        need: need && need.size <= most ? need : undefined,
        first: union(whole.first, other.first),
        empty: whole.empty || other.empty,
      };
    }
    return whole;
  }

  sequence(): Part {
    let whole = nothing;
    while (!this.isAtEnd() && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const part = this.repeated();
      whole = {
        need: narrower(part.need, whole.need),
        first: whole.empty ? union(whole.first, part.first) : whole.first,
        empty: whole.empty && part.empty,
      };
    }
    return whole;
  }

  /** A part and how often it may be there. */
  private repeated(): Part {
    const part = this.part();
    const mark = this.source[this.at] ?? '';
    if (!'*+?{'.includes(mark) || mark === '') return part;
    this.at++;
    const isOptional = mark === '*' || mark === '?' || (mark === '{' && this.source[this.at] === '0');
    if (mark === '{') this.skipBehind('}');
    this.skip('?');
    return isOptional ? { need: undefined, first: part.first, empty: true } : part;
  }

  private part(): Part {
    const character = this.take();
    if (character === '(') return this.group();
    if (character === '[') return oneOf(this.class());
    if (character === '\\') return this.skip('b') || this.skip('B') ? nothing : oneOf(this.escaped());
    if (character === '^' || character === '$') return nothing;
    return character === '.' ? anything : oneOf(this.one(character));
  }

  private group(): Part {
    const looks = this.skip('?=') || this.skip('?<=');
    const excludes = !looks && (this.skip('?!') || this.skip('?<!'));
    if (!looks && !excludes && !this.skip('?:') && this.skip('?<')) this.skipBehind('>');
    const part = this.alternatives();
    this.take();
    if (excludes) return nothing;
    return looks ? { ...nothing, need: part.need } : part;
  }

  private one(character: string): Characters {
    if (character.length !== 1) return undefined;
    if (!this.ignoresCase || character.toLowerCase() === character.toUpperCase()) return new Set(character);
    // Letters beyond ASCII have relations of their own; two of them are related to letters within it.
    if (character > '\x7f') return undefined;
    const lower = character.toLowerCase();
    return new Set([
      lower,
      lower.toUpperCase(),
      ...(lower === 'k' ? '\u212a' : lower === 's' ? '\u017f' : ''),
    ]);
  }

  /** What stands behind a backslash, where it is a character. */
  private escaped(): Characters {
    const character = this.take();
    if (character === 'd') return new Set(digits);
    if (character === 's') return new Set([...blanks, ...typographic]);
    if (character === 'x') return this.one(this.code(2));
    if (character === 'u' && this.source[this.at] !== '{') return this.one(this.code(4));
    if ('pPu'.includes(character)) this.skipBehind('}');
    if (character === 'k') this.skipBehind('>');
    return /[a-zA-Z\d]/.test(character) ? undefined : this.one(character);
  }

  private code(length: number): string {
    const code = this.source.slice(this.at, this.at + length).join('');
    this.at += length;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  private class(): Characters {
    const isNegated = this.skip('^');
    let all: Characters = new Set();
    let last: string | undefined;
    while (!this.isAtEnd() && this.source[this.at] !== ']') {
      const isRange = last !== undefined && this.source[this.at] === '-' && this.source[this.at + 1] !== ']';
      if (isRange) this.at++;
      const found = this.skip('\\') ? this.escaped() : this.one(this.take());
      const [one] = found?.size === 1 ? found : [];
      all = union(all, isRange ? this.range(last, one) : found);
      last = one;
    }
    this.take();
    return isNegated ? undefined : all;
  }

  private range(from: string | undefined, to: string | undefined): Characters {
    if (from === undefined || to === undefined || this.ignoresCase) return undefined;
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    if (last - first > most) return undefined;
    return new Set(Array.from({ length: last - first + 1 }, (_, by) => String.fromCharCode(first + by)));
  }
}

/**
 * What a pattern with the flag `u`, and perhaps `i`, needs: characters of which one at least stands in every text that it
 * matches, and, where it matches from the start of a text alone, characters of which one stands first. `undefined` where nothing can be said.
 */
export function readPattern(pattern: RegExp): { need: Characters; first: Characters } {
  const { need } = new Reader(pattern).alternatives();
  const anchored = new Reader(pattern);
  const whole = anchored.skip('^') ? anchored.sequence() : nothing;
  return { need, first: anchored.isAtEnd() && !whole.empty ? whole.first : undefined };
}
