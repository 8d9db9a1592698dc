import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import type { DrawnChart } from '#domain/exchange/evidence/chart.ts';
import type { ChartWords } from './chart-svg.ts';

/** A chart in words, in the language of its page: what it shows, where it is highest, what is kept back. */
export function chartWords(
  i18n: I18n,
  lang: Locale,
  { chart, title }: { readonly chart: DrawnChart; readonly title: string },
): ChartWords {
  const points = chart.series.flatMap(({ name, values }) =>
    values.map((value, index) => ({ name, label: chart.labels[index] ?? '', value })),
  );
  const numbers = points.flatMap(({ name, label, value }) =>
    typeof value === 'number' ? [{ name, label, value }] : [],
  );
  const highest = numbers.toSorted((one, other) => other.value - one.value)[0];
  const kept = points.filter(({ value }) => value === null).length;
  const place = (one: { name: string; label: string }) =>
    chart.series.length === 1 ? one.label : `${one.label}, ${one.name}`;
  const { value, along } = chart;
  const said = [
    chart.kind === 'bars'
      ? i18n._('Bar chart: {value} by {along}.', { value, along })
      : i18n._('Line chart: {value} by {along}.', { value, along }),
    highest === undefined
      ? ''
      : i18n._('Highest: {place}, {number}.', {
          place: place(highest),
          number: new Intl.NumberFormat(lang).format(highest.value),
        }),
    kept === 0
      ? ''
      : i18n._('{kept, plural, one {# value is kept back.} other {# values are kept back.}}', {
          kept,
        }),
  ];
  return {
    title: `${title}: ${value}`,
    description: said.filter((sentence) => sentence !== '').join(' '),
    notShown: i18n._('not shown'),
    lang,
  };
}
