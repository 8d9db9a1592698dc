import { randomBytes } from 'node:crypto';
import { certificateCode } from '#domain/exchange/conference/certificate.ts';
import { inLanguage, type Wording } from '#domain/exchange/wording.ts';
import type { ServerApp } from '../../server-app.ts';
import type { Taking } from '../exchange-database.ts';
import type { ExchangeDeps } from '../exchange-deps.ts';
import { writeLog } from '../log/write-log.ts';
import { speakerFor } from '../page/page.ts';
import { addressOf } from './address.ts';

const EVERY_MS = 600_000;
const AT_ONCE = 500;

interface Issued {
  readonly made: number;
  /** Whoever got one or more. */
  readonly people: readonly string[];
}

/** Makes what is missing of an edition, each with a code of its own; whoever has one keeps it. */
export async function issueCertificates(
  deps: Pick<ExchangeDeps, 'newId' | 'clock'>,
  taking: Taking,
  edition: string,
): Promise<Issued> {
  const codes = Array.from({ length: AT_ONCE }, () => certificateCode(randomBytes(11)));
  const { rows } = await taking.client.query<{ participant: string }>(
    'select participant from exchange.issue_certificates($1, $2, $3, $4) participant',
    [edition, deps.clock(), codes.map(() => deps.newId()), codes],
  );
  if (taking.participant !== null)
    await writeLog(deps, taking, 'certificates_issued', ['edition', edition], {
      count: rows.length,
    });
  return { made: rows.length, people: [...new Set(rows.map((row) => row.participant))] };
}

/** Of every conference that is over and leaves it to the clock; returns how many were made. */
export async function issueDueCertificates(deps: ExchangeDeps): Promise<number> {
  const due = await deps.exchange.as(null, ({ client }) =>
    client.query<{ edition: string }>('select edition from exchange.certificates_due($1) edition', [
      deps.clock(),
    ]),
  );
  let made = 0;
  for (const { edition } of due.rows) {
    const issued = await deps.exchange.as(null, (taking) =>
      issueCertificates(deps, taking, edition),
    );
    await tellOfCertificates(deps, edition, issued.people);
    made += issued.made;
  }
  return made;
}

/** At the start and every ten minutes; two servers at once make none twice. */
export function issueCertificatesRegularly(app: ServerApp, deps: ExchangeDeps): void {
  const issue = () =>
    void issueDueCertificates(deps).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'no certificates were made'),
    );
  const timer = setInterval(issue, EVERY_MS);
  timer.unref();
  app.addHook('onReady', async () => issue());
  app.addHook('onClose', async () => clearInterval(timer));
}

/** The notice in the workspace stands already: a letter that does not go through loses nothing. */
export async function tellOfCertificates(
  deps: ExchangeDeps,
  edition: string,
  people: readonly string[],
): Promise<void> {
  if (people.length === 0) return;
  const { rows } = await deps.exchange.as(null, ({ client }) =>
    client.query<{ title: Wording }>('select title from exchange.edition where id = $1', [edition]),
  );
  const title = rows[0]?.title;
  for (const one of people) {
    const to = await addressOf(deps, one);
    if (to === null || title === undefined) continue;
    const i18n = speakerFor(to.locale);
    const name = inLanguage(title, to.locale).text;
    const said = i18n._(
      'Your certificate of participation is ready. You find it in your workspace:',
    );
    await deps.mail
      .send({
        to: to.email,
        subject: i18n._('Certificate of participation: {edition}', { edition: name.slice(0, 120) }),
        text: `${name}\n\n${said}\n\n${deps.config.url}/workspace/registrations`,
      })
      .catch((error: unknown) => deps.log.warn({ err: error }, 'a letter was not sent'));
  }
}
