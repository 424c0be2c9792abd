/**
 * How much a text sums up what stands below it, as a standfirst does, instead of beginning it, as a first paragraph
 * does: it is shorter than the paragraphs, holds words of those further down, and says what ought to be; and what
 * follows does not take it up with 這 or 但, but begins anew.
 */
import type { Unit } from './layout.ts';
import type { Features } from './looks.ts';
import { pairsOfUnits } from './pairs.ts';
import { simplify, simplifyPattern } from './text.ts';

/** Standfirsts have such a width, and texts that are not summed up by others a greater one. */
const [narrowest, widest] = [28, 112];
/** Prose is as wide, and so much of it below a text is looked at, the next paragraph apart. */
const prosaic = 35;
const reach = 7;
const fewest = 3;

const firstPerson = simplifyPattern(/筆者|我/u);
const saying = /「[^」]*」/gu;
const stance = simplifyPattern(
  /應|須|不能|才能|才是|關鍵|如何|值得|與其|不如|而是|並非|不止|不只|不是|否則|何|怎樣|建議|先/gu,
);
const dated = simplifyPattern(/\d月\d+日|上周|上月|日前|近日|昨日|昨天|早前/u);
const takenUp = simplifyPattern(/^(?:[這此該他她它但]|然而|不過|可是|因此|於是|其實|當然|同時|另外|結果)/u);
const story = simplifyPattern(
  /^(?:上周|上月|日前|近日|昨|早前|去年|今年|每天|每年|清晨|凌晨|早上|傍晚|深夜|那天|[一二三四五六七八九十]月)/u,
);
const personal = simplifyPattern(/^(?:我|筆者|「|有一|記得)/u);

/** The share of the pairs of one unit that others hold. */
function shareOf(units: readonly Unit[], at: number, others: readonly number[]): number {
  const { numbers, starts } = pairsOfUnits(units);
  const pairsAt = (unit: number): Int32Array => numbers.subarray(starts[unit], starts[unit + 1]);
  const own = new Set(pairsAt(at));
  if (own.size === 0) return 0;
  let found = 0;
  for (const other of others) for (const pair of pairsAt(other)) if (own.delete(pair)) found++;
  return found / (found + own.size);
}

/** Log-odds of a text that may be either; the figures were fitted to 370 standfirsts and 3,064 first paragraphs. */
function logOdds(units: readonly Unit[], at: number, below: readonly number[]): number {
  const { text, width } = units[at] as Unit;
  const next = simplify((units[below[0] as number] as Unit).text.slice(0, 8));
  const plain = simplify(text);
  const widths = below.slice(0, 5).map((unit) => (units[unit] as Unit).width);
  const usual = widths.sort((a, b) => a - b)[widths.length >> 1] as number;
  const ratio = Math.max(-1.5, Math.min(0.3, Math.log(width / usual)));
  const later = shareOf(units, at, below.slice(1));
  const stances = Math.min(3, plain.match(stance)?.length ?? 0);
  return (
    -2 -
    4.5 * ratio -
    0.04 * width +
    12.8 * later +
    0.75 * stances +
    (width < (units[below[0] as number] as Unit).width ? 0.7 : 0) -
    (firstPerson.test(plain.replace(saying, '')) ? 2.3 : 0) -
    (dated.test(plain) ? 1.2 : 0) -
    (story.test(plain) || personal.test(plain) ? 1.2 : 0) +
    (story.test(next) ? 2.3 : 0) -
    (takenUp.test(next) ? 3.8 : 0)
  );
}

/**
 * How much a unit sums up what stands below it, in log-odds; 0 where it may not be asked.
 *
 * @param last the last unit of its article
 */
export function summingAt(
  units: readonly Unit[],
  features: readonly Features[],
  at: number,
  last: number,
): number {
  const { width, ending } = features[at] as Features;
  const above = features[at - 1];
  if (width < narrowest || width > widest || ending !== 'sentence' || (above && above.width >= prosaic))
    return 0;
  const below: number[] = [];
  for (let unit = at + 1; unit <= Math.min(last, at + 2 * reach) && below.length < reach; unit++)
    if ((features[unit] as Features).width >= prosaic) below.push(unit);
  return below.length < fewest ? 0 : logOdds(units, at, below);
}
