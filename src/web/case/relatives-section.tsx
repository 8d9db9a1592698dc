import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { may } from '#domain/access/rights.ts';
import { mayTrace, type Tracing } from '#domain/case/contact-wish.ts';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { useCountryNames } from '../people/lists.ts';
import { relationWord } from '../people/words.ts';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import {
  AnswerTracing,
  ChangeWish,
  RequestTracing,
  type WishBody,
  WishContact,
} from './contact-wish-forms.tsx';
import { CONTACT_WISH_WORDS, TRACING_RESULT_WORDS } from './contact-wish-words.ts';
import { LINE_FILES, useLineFile } from './line-file.ts';
import { useNames } from './use-names.ts';
import { useTeller } from './use-teller.ts';

/** Relatives elsewhere: what the person wishes, and what was found out. Read over the line only. */
export function RelativesSection({ file: carried }: { readonly file: CaseFile }) {
  const { row, situation, state } = carried;
  const whole = useLineFile(row.id, true);
  const file = whole ?? carried;
  const waiting = carried.facts.filter(
    (fact) => fact.kind === 'contact_wished' && carried.unsent.has(fact.id),
  );
  const queries = useQueryClient();
  const left = carried.unsent.size;
  // What was sent is gone from this device: it is read over the line again.
  useEffect(() => {
    if (left === 0) void queries.invalidateQueries({ queryKey: [LINE_FILES, row.id] });
  }, [queries, row.id, left]);
  const writes = may(situation.role, 'append', 'protection') && state.stage.phase !== 'closed';
  const known = file.facts.filter((fact) => fact.kind === 'contact_wished' && fact.body !== null);
  const shown = waiting.filter(({ id }) => !known.some((fact) => fact.id === id));
  return (
    <Section title={<Trans>Relatives elsewhere</Trans>}>
      <p className={styles.soft} style={{ marginBlockStart: 0 }}>
        <Trans>
          Who looks for whom can put both in danger. Only the supervisor and child protection read
          it afterwards; it stands in no other file, and nobody is told by the program.
        </Trans>
      </p>
      {writes ? <WishContact file={file} /> : null}
      <ul className={styles.list}>
        {[...shown, ...known].map((fact) => (
          <OneWish
            key={fact.id}
            file={file}
            said={fact.body as WishBody}
            by={fact.id}
            writes={writes && known.includes(fact)}
          />
        ))}
      </ul>
    </Section>
  );
}

interface WishProps {
  readonly file: CaseFile;
  readonly said: WishBody;
  readonly by: string;
  readonly writes: boolean;
}

function OneWish({ file, said, by, writes }: WishProps) {
  const { t, i18n } = useLingui();
  const teller = useTeller(file);
  const countries = useCountryNames();
  const changes = file.facts.flatMap(({ kind, body }) => {
    const change = body as CommandBodies['change_contact_wish'] | null;
    return kind === 'contact_wish_changed' && change?.wish_id === said.wish_id ? [change] : [];
  });
  const now = changes.at(-1) ?? said;
  const { tracings } = file.state.contact_wish;
  const own = Object.entries(tracings).filter(([, one]) => one.wish_id === said.wish_id);
  const where = said.last_country === undefined ? '' : countries.nameOf(said.last_country);
  return (
    <li>
      <div className={styles.tags}>
        <strong>
          {i18n._(relationWord(said.relation))}: {said.name}
        </strong>
        <span className={styles.tag}>{i18n._(CONTACT_WISH_WORDS[now.wish])}</span>
        <span className={styles.soft}>{teller.byFact(by)}</span>
      </div>
      {now.own_words === undefined ? null : <p className={styles.quote}>{now.own_words}</p>}
      <p className={styles.soft}>
        {[
          where === '' ? '' : t`last known: ${where}`,
          now.other_may_know ? t`the other may know` : t`the other is not to know`,
        ]
          .filter((one) => one !== '')
          .join(' · ')}
      </p>
      {own.map(([id, tracing]) => (
        <OneTracing key={id} file={file} id={id} tracing={tracing} writes={writes} />
      ))}
      {writes ? (
        <div className={styles.buttons}>
          <ChangeWish file={file} wish_id={said.wish_id} />
          {mayTrace(file.state.contact_wish.wishes[said.wish_id]) ? (
            <RequestTracing file={file} wish_id={said.wish_id} />
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function OneTracing(props: {
  readonly file: CaseFile;
  readonly id: string;
  readonly tracing: Tracing;
  readonly writes: boolean;
}) {
  const { file, id, tracing, writes } = props;
  const { t, i18n } = useLingui();
  const names = useNames();
  const answered = file.facts
    .map(({ kind, body }) =>
      kind === 'tracing_answered' ? (body as CommandBodies['answer_tracing'] | null) : null,
    )
    .find((one) => one?.tracing_id === id);
  const service = names.organisation(tracing.organisation_id) ?? '';
  const asked = formatDay(i18n.locale, tracing.on);
  return (
    <div>
      <div className={styles.tags}>
        <Trans>
          {service} was asked on {asked}
        </Trans>
        {answered == null ? (
          <span className={styles.tag}>
            <Trans>no answer yet</Trans>
          </span>
        ) : (
          <span className={styles.tag} data-tone="some">
            {i18n._(TRACING_RESULT_WORDS[answered.result])}
            {', '}
            {formatDay(i18n.locale, answered.on)}
          </span>
        )}
        {answered == null ? null : (
          <span className={styles.soft}>
            {answered.told ? t`the person knows` : t`the person has not been told yet`}
          </span>
        )}
      </div>
      {writes && tracing.answered_at === null ? (
        <AnswerTracing file={file} tracing_id={id} />
      ) : null}
    </div>
  );
}
