import type { Figures } from './load.ts';

export function print(what: string, figure: string): void {
  console.log(`${what.padEnd(38)} ${figure}`);
}

/** A measured line beside its reference, with the ratio of the medians and of the rates. */
export function ratio(
  what: string,
  ours: Figures,
  reference: string,
  bare: Figures,
  aim: string,
): void {
  print(what, `${line(ours)}   (aim ${aim})`);
  print(`  beside ${reference}`, line(bare));
  const rates = (bare.rate / ours.rate).toFixed(1);
  print(
    '  ratio',
    `p50 ${(ours.p50 / bare.p50).toFixed(1)}x, p95 ${(ours.p95 / bare.p95).toFixed(1)}x, cost ${rates}x`,
  );
}

/** The figures of one run on one line. */
export function line(figures: Figures): string {
  const { p50, p95, rate, count } = figures;
  return `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${rate.toFixed(0)}/s (${count})`;
}
