/** What a mail says around the pieces that it brings: its head, its greeting and its signature. */
import type { Unit } from '../layout.ts';
import type { Features } from '../looks.ts';
import { simplify, simplifyPattern } from '../text.ts';

/** Fields of a mail's head, as RFC 5322 names them and as programs translate them. */
const field = simplifyPattern(
  /^(?:寄件者|寄件人|發件人|收件者|收件人|副本|密件副本|日期|傳送時間|寄件日期|主旨|主題|附件|From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Attachments?)\s*[：:]/iu,
);
/** A head has so many fields at least, and a greeting behind it so many lines at most. */
const [fewestFields, longestGreeting] = [3, 8];
/** What parts a greeting from what is brought, and the end of a text from a signature (RFC 3676). */
const [rule, signature] = [/^[-=_*~]{3,}$/u, /^-- ?$/u];
const [longestSignature, widestInSignature] = [6, 30];
/** A greeting has no line so wide, but for one that says what is brought. */
const widestGreeting = 60;

/** Marks the head of a mail at the top of a file, what it says up to a rule or a page head, and the signature at the end. */
export function markMail(units: readonly Unit[], all: readonly Features[]): void {
  let head = 0;
  while (field.test(simplify(units[head]?.text ?? '').slice(0, 24))) head++;
  if (head < fewestFields) return;
  const mark = (from: number, end: number): void => {
    for (const features of all.slice(from, end))
      if ((features.furniture?.score ?? 0) < 6) features.furniture = { kind: 'notice', score: 6 };
  };
  mark(0, head);
  const near = units.slice(head, head + longestGreeting);
  const parting = near.findIndex(
    ({ text }, at) => rule.test(text) || all[head + at]?.furniture?.kind === 'page-head',
  );
  // What has an author, or is long, is a piece itself.
  const isGreeting = all
    .slice(head, head + Math.max(0, parting))
    .every(
      ({ byline, headings, width }) =>
        width <= widestGreeting &&
        (byline?.score ?? 0) < 2 &&
        !headings.some((each) => each.byline && each.score >= 2),
    );
  if (parting > 0 && isGreeting) mark(head, head + parting);
  const end = units.slice(-longestSignature);
  const last = end.findIndex(({ text }) => signature.test(text));
  const isShort = end.slice(last).every(({ width }) => width <= widestInSignature);
  if (last >= 0 && isShort) mark(units.length - end.length + last, units.length);
}
