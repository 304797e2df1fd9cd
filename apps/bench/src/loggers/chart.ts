import type { LoggerRow } from "./measure-loggers.ts";
import { ratioOf, REFERENCE } from "./tables.ts";

const BAR = 22;
const LABEL = 190;
const WIDTH = 760;
const HEAD = 56;

/** A bar for each contender of one bout, as SVG: what it takes divided by what the reference takes. */
export function ratioChart(rows: readonly LoggerRow[], title: string): string {
  const bars = rows
    .map((row) => ({ name: row.contender, ratio: ratioOf(rows, row) ?? Number.NaN }))
    .filter(({ ratio }) => Number.isFinite(ratio))
    .toSorted((a, b) => a.ratio - b.ratio);
  const longest = Math.max(1, ...bars.map(({ ratio }) => ratio));
  const scale = (WIDTH - LABEL - 70) / longest;
  const height = HEAD + bars.length * BAR + 12;
  const reference = LABEL + scale;
  const rects = bars.flatMap(({ name, ratio }, i) => {
    const y = HEAD + i * BAR;
    const end = LABEL + ratio * scale;
    return [
      `<text x="${LABEL - 8}" y="${y + 14}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${LABEL}" y="${y + 3}" width="${(ratio * scale).toFixed(1)}" height="${BAR - 6}" fill="${colorOf(name)}"/>`,
      `<text x="${(end + 6).toFixed(1)}" y="${y + 14}">${ratio.toFixed(2)}</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="white"/>`,
    `<text x="12" y="22" font-size="15">${escaped(title)}</text>`,
    `<text x="12" y="42" fill="#555">time of a call, ${REFERENCE} = 1; shorter is faster</text>`,
    `<line x1="${reference.toFixed(1)}" x2="${reference.toFixed(1)}" y1="${HEAD - 4}" y2="${height - 6}" stroke="#999" stroke-dasharray="4 3"/>`,
    ...rects,
    "</svg>",
    "",
  ].join("\n");
}

function colorOf(name: string): string {
  if (name.startsWith("agora")) return "#1f6f54";
  return name.startsWith("limit") ? "#c8b27a" : "#8b97a6";
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
