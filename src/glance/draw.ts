/** Plots as SVG, drawn at build time. Every mark is a link; colours are those of the page. */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Cell, Row, TermRow } from './figure.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** Pixels: plots are as wide as a phone shows, so that their words stay legible. */
const width = 344;
const fontSize = 13;
const rowHeight = 26;
const lineHeight = 22;

/** How wide a text is; Latin letters take about half of what Han characters take. */
function widthOf(text: string): number {
  const ems = [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.6), 0);
  return Math.ceil(ems * fontSize);
}

/** Room for labels beside a plot. */
function roomFor(labels: readonly string[]): number {
  return Math.max(...labels.map(widthOf)) + 12;
}

/** Draws, then takes away what the page's own style sheet says, and names links for readers who cannot see them. */
function drawn(options: Plot.PlotOptions): string {
  const svg = Plot.plot({
    document: document as unknown as Document,
    width,
    style: { fontSize: `${fontSize}px` },
    ...options,
  });
  svg.querySelector('style')?.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of ['class', 'style', 'aria-label', 'font-family']) element.removeAttribute(name);
  }
  svg.setAttribute('font-size', String(fontSize));
  for (const link of svg.querySelectorAll('a')) {
    const title = link.querySelector('title')?.textContent;
    if (title) link.setAttribute('aria-label', title);
    link.setAttribute('class', 'mark');
  }
  return svg.outerHTML;
}

/** Lying bars, one a row, their numbers at the end. */
export function bars(rows: readonly Row[]): string {
  const x = { axis: null, insetRight: 32 };
  const labels = rows.map(({ label }) => label);
  return drawn({
    height: rows.length * rowHeight,
    marginLeft: roomFor(labels),
    marginRight: 0,
    marginTop: 0,
    marginBottom: 0,
    x,
    y: { label: null, domain: labels, tickSize: 0, padding: 0.3 },
    marks: [
      Plot.barX(rows, {
        x: 'value',
        y: 'label',
        href: 'href',
        title: ({ label, value }: Row) => `${label} ${value}`,
        fill: 'var(--accent)',
      }),
      Plot.text(rows, { x: 'value', y: 'label', text: 'value', dx: 6, textAnchor: 'start' }),
    ],
  });
}

/** A square of each row against each column; the darker, the more. */
export function grid(cells: readonly Cell[], labels: readonly string[]): string {
  const room = roomFor(labels);
  const head = Math.max(...labels.map((label) => [...label].length)) * fontSize + 8;
  const side = Math.max(rowHeight, Math.floor((width - room) / labels.length));
  const most = Math.max(...cells.map(({ value }) => value));
  return drawn({
    width: room + side * labels.length,
    height: side * labels.length + head,
    marginLeft: room,
    marginRight: 0,
    marginTop: head,
    marginBottom: 0,
    x: { axis: null, domain: [...labels], padding: 0.08 },
    y: { label: null, domain: [...labels], tickSize: 0, padding: 0.08 },
    marks: [
      // Names stand upright, one character below the other, as Chinese is set where there is no room across.
      Plot.axisX({
        anchor: 'top',
        label: null,
        tickSize: 0,
        tickFormat: (label: string) => [...label].join('\n'),
        lineAnchor: 'bottom',
      }),
      Plot.cell(cells, {
        x: 'column',
        y: 'label',
        href: 'href',
        title: ({ label, column, value }: Cell) => `${label} × ${column} ${value}`,
        fill: 'var(--accent)',
        fillOpacity: ({ value }: Cell) => 0.25 + (0.75 * value) / most,
      }),
    ],
  });
}

/** Words beside their group, the strongest first, over as many lines as they need. */
export function words(rows: readonly TermRow[]): string {
  const groups = [...Map.groupBy(rows, ({ group }) => group)];
  const labels = groups.map(([group]) => group);
  const room = roomFor(labels);
  const heads: { group: string; y: number }[] = [];
  const placed: { row: TermRow; x: number; y: number }[] = [];
  let y = 0;
  for (const [group, own] of groups) {
    let x = 0;
    heads.push({ group, y });
    for (const row of own) {
      const wide = widthOf(row.label);
      if (x > 0 && x + wide > width - room) {
        x = 0;
        y += lineHeight;
      }
      placed.push({ row, x, y });
      x += wide + fontSize;
    }
    y += lineHeight * 1.5;
  }
  return drawn({
    height: y,
    marginLeft: room,
    marginRight: 0,
    marginTop: lineHeight / 2,
    marginBottom: 0,
    x: { axis: null, domain: [0, width - room] },
    y: { axis: null, domain: [0, y - lineHeight / 2], reverse: true },
    marks: [
      Plot.text(heads, { x: 0, y: 'y', text: 'group', textAnchor: 'end', dx: -10, fill: 'var(--ink-faint)' }),
      Plot.text(placed, {
        x: 'x',
        y: 'y',
        text: ({ row }: (typeof placed)[number]) => row.label,
        href: ({ row }: (typeof placed)[number]) => row.href,
        textAnchor: 'start',
        fill: 'var(--accent)',
      }),
    ],
  });
}
