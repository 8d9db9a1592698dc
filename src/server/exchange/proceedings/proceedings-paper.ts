import type { I18n } from '@lingui/core';
import type { Locale } from '#domain/account/account.ts';
import { citation } from '#domain/exchange/proceedings/datacite.ts';
import { LICENCES } from '#domain/exchange/proceedings/proceedings.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import { parts } from '../page/html.ts';
import { noteOn, plain, speakerFor } from '../page/page.ts';
import { Paper, pause } from '../page/paper.ts';
import { chartNamed } from '../page/placed-chart.ts';
import { recordOf } from './proceedings-record.ts';
import type { ProceedingsOut } from './proceedings-rows.ts';

/** Proceedings as a file to cite, to print and to keep: the same that the page at `url` shows, and nothing else. */
export async function proceedingsPaper(
  lang: Locale,
  out: ProceedingsOut,
  url: string,
): Promise<Buffer> {
  const i18n = speakerFor(lang);
  const { published: copy } = out;
  const record = recordOf(out, lang, url);
  const kind = i18n._('Proceedings');
  const paper = new Paper({
    ...{ lang, title: `${record.title}. ${kind}`, author: record.publisher },
    ...{ subject: record.abstract ?? kind, at: out.published_at },
    keywords: [kind, ...record.translated.map(({ title }) => title)],
  });
  const writing: Writing = { lang, i18n, paper, url };
  titlePage(writing, out);
  const titles = copy.sessions.map(({ title }) => legible(writing, plain(lang, title)));
  const fillContents = paper.contents(i18n._('Contents'), titles);
  for (const [index, session] of copy.sessions.entries()) {
    await pause();
    const title = inLanguage(session.title, lang);
    paper.chapter(titles[index] ?? '', title.lang, session.id);
    noteBelow(writing, session.title);
    const people = session.people.map(({ name, affiliation }) =>
      affiliation === null ? name : `${name}, ${plain(lang, affiliation)}`,
    );
    if (people.length > 0) paper.write('soft', legible(writing, people.join('; ')));
    if (session.abstract !== null) prose(writing, session.abstract);
  }
  fillContents();
  await pause();
  return paper.done(legible(writing, `${record.title} · ${kind}`));
}

interface Writing {
  readonly lang: Locale;
  readonly i18n: I18n;
  readonly paper: Paper;
  readonly url: string;
}

function titlePage(writing: Writing, out: ProceedingsOut): void {
  const { lang, i18n, paper, url } = writing;
  const { published: copy, published_at } = out;
  const record = recordOf(out, lang, url);
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  const kind = i18n._('Proceedings');
  paper.write('soft', kind);
  paper.write('title', legible(writing, record.title), foreign(writing, copy.title));
  noteBelow(writing, copy.title);
  paper.write(
    'text',
    day.formatRange(new Date(copy.starts_on), new Date(copy.ends_on)).replace(/\u2009/g, ' '),
  );
  const entry = (term: string, text: string, to?: string) => {
    paper.write('term', term);
    if (to === undefined) paper.write('text', legible(writing, text));
    else paper.write('link', legible(writing, text), { to });
  };
  if (copy.host !== null) {
    entry(i18n._('Publisher'), record.publisher);
    noteBelow(writing, copy.host);
  }
  entry(i18n._('Day of publication'), day.format(published_at));
  if (copy.doi !== null) entry('DOI', copy.doi, `https://doi.org/${copy.doi}`);
  const licence = LICENCES[copy.licence];
  entry(i18n._('Licence'), licence.name, licence.url);
  entry(i18n._('On the web'), url, url);
  entry(i18n._('How to cite'), citation(record, kind));
  prose(writing, copy.abstract);
}

/** The paragraphs of a wording with what a reader is told of its language. A chart is named, with its address. */
function prose(writing: Writing, wording: Wording): void {
  const { lang, i18n, paper, url } = writing;
  const found = inLanguage(wording, lang);
  for (const part of parts(found.text)) {
    const chart = chartNamed(part);
    if (chart === null) paper.write('text', legible(writing, part), foreign(writing, wording));
    else {
      const table = new URL(`/exchange/${lang}/evidence/${chart.slug}`, url).href;
      paper.write('soft', i18n._('The table behind this chart'));
      paper.write('link', table, { to: table });
    }
  }
  noteBelow(writing, wording);
}

function noteBelow({ lang, i18n, paper }: Writing, wording: Wording): void {
  const note = noteOn(i18n, inLanguage(wording, lang));
  if (note !== null) paper.write('soft', note);
}

function foreign({ lang }: Writing, wording: Wording): { lang?: string } {
  const found = inLanguage(wording, lang);
  return found.fallback ? { lang: found.lang } : {};
}

function legible({ i18n, paper, url }: Writing, text: string): string {
  return (
    paper.legible(text) ??
    i18n._('In letters that this file does not have; it can be read on the web: {url}', { url })
  );
}
