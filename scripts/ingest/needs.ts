/**
 * Characters that patterns cannot do without. Most lines hold none of those that most patterns need, and one look at the
 * characters of a line tells which patterns need not be tried on it. What a pattern needs is read off its source.
 */

const digits = '0123456789';
/** A set that would hold more says too little to be worth a look. */
const most = 80;

/** Characters of which one at least stands in whatever matches; `undefined` where there is no such set. */
type Need = ReadonlySet<string> | undefined;

/** The set that says more: the one with fewer characters. */
function narrower(a: Need, b: Need): Need {
  return a && (!b || a.size <= b.size) ? a : b;
}

/** Reads the source of a pattern. */
class Reader {
  private readonly source: readonly string[];
  private readonly ignoresCase: boolean;
  private at = 0;

  constructor({ source, flags }: RegExp) {
    this.source = [...source];
    this.ignoresCase = flags.includes('i');
  }

  private take(): string {
    return this.source[this.at++] ?? '';
  }

  private skip(text: string): boolean {
    const here = this.source.slice(this.at, this.at + text.length).join('');
    if (here !== text) return false;
    this.at += text.length;
    return true;
  }

  private skipBehind(end: string): void {
    while (this.at < this.source.length && this.take() !== end);
  }

  /** What stands up to the end of a group, or of the pattern. */
  alternatives(): Need {
    let all: Set<string> | undefined = new Set();
    do {
      const need = this.sequence();
      if (!need) all = undefined;
      else if (all) for (const character of need) all.add(character);
    } while (this.skip('|'));
    return all && all.size <= most ? all : undefined;
  }

  private sequence(): Need {
    let best: Need;
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const need = this.atom();
      best = narrower(this.isOptional() ? undefined : need, best);
    }
    return best;
  }

  /** Whether what was read need not be there; reads how often it may be. */
  private isOptional(): boolean {
    let optional = false;
    const mark = this.source[this.at];
    if (mark === '*' || mark === '?' || mark === '+') {
      this.at++;
      optional = mark !== '+';
    } else if (mark === '{') {
      this.at++;
      optional = this.source[this.at] === '0';
      this.skipBehind('}');
    } else return false;
    this.skip('?');
    return optional;
  }

  private atom(): Need {
    const character = this.take();
    if (character === '(') return this.group();
    if (character === '[') return this.class();
    if (character === '\\') return this.escaped();
    return character === '.' || character === '^' || character === '$' ? undefined : this.one(character);
  }

  private group(): Need {
    const looks = ['?=', '?!', '?<=', '?<!'].some((mark) => this.skip(mark));
    if (!looks && !this.skip('?:') && this.skip('?<')) this.skipBehind('>');
    const need = this.alternatives();
    this.take();
    return looks ? undefined : need;
  }

  private one(character: string): Need {
    if (character.length !== 1) return undefined;
    if (!this.ignoresCase || character.toLowerCase() === character.toUpperCase()) return new Set(character);
    // Letters beyond ASCII have relations of their own; two of them are related to letters within it.
    if (character > '\x7f') return undefined;
    const lower = character.toLowerCase();
    return new Set([lower, lower.toUpperCase(), ...(lower === 'k' ? '\u212a' : lower === 's' ? '\u017f' : '')]);
  }

  private escaped(): Need {
    const character = this.take();
    if (character === 'd') return new Set(digits);
    if (character === 'p' || character === 'P') {
      this.skipBehind('}');
      return undefined;
    }
    if (character === 'k') this.skipBehind('>');
    if (character === 'x') return this.one(this.code(2));
    if (character === 'u' && this.source[this.at] !== '{') return this.one(this.code(4));
    return /[a-zA-Z\d]/.test(character) ? this.unknown(character) : this.one(character);
  }

  /** A class of characters or an assertion, about which nothing is to be said. */
  private unknown(character: string): undefined {
    if (character === 'u') this.skipBehind('}');
    return undefined;
  }

  private code(length: number): string {
    const code = this.source.slice(this.at, this.at + length).join('');
    this.at += length;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  private class(): Need {
    const isNegated = this.skip('^');
    let all: Set<string> | undefined = new Set();
    let last: string | undefined;
    while (this.at < this.source.length && this.source[this.at] !== ']') {
      const isRange = last !== undefined && this.source[this.at] === '-' && this.source[this.at + 1] !== ']';
      if (isRange) this.at++;
      const character = this.take();
      const need = character === '\\' ? this.escaped() : this.one(character);
      if (!need) all = undefined;
      else if (isRange) {
        const [from, to] = [last?.charCodeAt(0) ?? 0, [...need][0]?.charCodeAt(0) ?? 0];
        if (to - from > most || this.ignoresCase) all = undefined;
        else for (let code = from; code <= to; code++) all?.add(String.fromCharCode(code));
      } else for (const each of need) all?.add(each);
      last = need ? [...need][0] : undefined;
    }
    this.take();
    return isNegated ? undefined : all;
  }
}

/** Characters of which one at least stands in whatever a pattern matches; `undefined` where it may do without any. */
export function needOf(pattern: RegExp): ReadonlySet<string> | undefined {
  return new Reader(pattern).alternatives();
}

/** Patterns that are asked together. */
export class Sieve {
  /** Patterns that need a character, as bits, by UTF-16 unit: a table for each 31 patterns. */
  private readonly tables: Int32Array[] = [];
  /** Patterns that have no need. */
  private readonly always: number[] = [];
  private readonly found: number[] = [];
  private readonly all: readonly number[];

  constructor(patterns: readonly RegExp[]) {
    this.all = [...patterns.keys()];
    for (const [at, pattern] of patterns.entries()) {
      const [place, bit] = [Math.floor(at / 31), 1 << (at % 31)];
      this.tables[place] ??= new Int32Array(0x10000);
      this.always[place] ??= 0;
      const need = needOf(pattern);
      if (!need) this.always[place] = (this.always[place] as number) | bit;
      const table = this.tables[place] as Int32Array;
      for (const character of need ?? []) {
        const unit = character.charCodeAt(0);
        table[unit] = (table[unit] as number) | bit;
      }
    }
  }

  /** Looks at a text; `may` speaks of it until the next is looked at. */
  look(text: string): this {
    for (let place = 0; place < this.tables.length; place++) {
      const table = this.tables[place] as Int32Array;
      let bits = this.always[place] as number;
      for (let at = 0; at < text.length; at++) bits |= table[text.charCodeAt(at)] as number;
      this.found[place] = bits;
    }
    return this;
  }

  /** Whether any pattern may match the text. */
  mayAny(): boolean {
    return this.found.some((bits) => bits !== 0);
  }

  /** Whether each of the patterns may match a text. */
  which(text: string): boolean[] {
    this.look(text);
    return this.all.map((at) => this.may(at));
  }

  /** Whether a pattern may match the text, by its place among the patterns. */
  may(at: number): boolean {
    return ((this.found[Math.floor(at / 31)] as number) & (1 << (at % 31))) !== 0;
  }
}
