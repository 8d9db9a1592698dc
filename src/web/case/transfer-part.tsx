import { Trans, useLingui } from '@lingui/react/macro';
import { v7 as uuid } from 'uuid';
import { may as mayDo } from '#domain/access/rights.ts';
import {
  GOES_ALONG,
  openQuestion,
  TRANSFER_REASONS,
  type Transfer,
  waitingTransfer,
} from '#domain/case/transfer-state.ts';
import { ChoiceField, DayField, TextField } from '../ui/field.tsx';
import { formatDay, labelIn } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { Notice } from '../ui/problem-text.tsx';
import type { CaseFile } from './case-file.ts';
import { CaseLine } from './case-prose.tsx';
import { Choice } from './choice.tsx';
import { CommandForm } from './command-form.tsx';
import {
  DECLINE_WORDS,
  GOES_ALONG_WORDS,
  TRANSFER_REASON_WORDS,
  TRANSFER_WORDS,
} from './transfer-words.ts';
import { useMay } from './use-may.ts';
import { useNames } from './use-names.ts';
import { usePlaces } from './use-places.ts';
import { placePaths } from './work-ground.ts';

/** The way to another region: asked for here, and taking effect when that region accepts. */
export function TransferPart({ file }: { readonly file: CaseFile }) {
  const may = useMay(file);
  const all = Object.values(file.state.transfer.transfers).toReversed();
  const asks = may.append && mayDo(file.situation.role, 'propose_transfer', 'general');
  const free = waitingTransfer(file.state.transfer) === null;
  if (all.length === 0 && !asks) return null;
  return (
    <Section title={<Trans>To another region</Trans>}>
      <ul className={styles.list}>
        {all.map((one) => (
          <OneTransfer key={one.transfer_id} file={file} transfer={one} answers={asks} />
        ))}
      </ul>
      {asks && free ? <Propose file={file} /> : null}
    </Section>
  );
}

interface OneProps {
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly answers: boolean;
}

function OneTransfer({ file, transfer, answers }: OneProps) {
  const { i18n } = useLingui();
  const names = useNames();
  const { status, to_place_id, wished_on, talk, declined } = transfer;
  const place = names.place(to_place_id) ?? '…';
  const day = formatDay(i18n.locale, wished_on);
  const along = transfer.goes_along.map((code) => i18n._(GOES_ALONG_WORDS[code]));
  const tone = status === 'proposed' ? 'some' : status === 'declined' ? 'look' : undefined;
  return (
    <li>
      <div className={styles.tags}>
        <strong>{place}</strong>
        <span className={styles.tag} data-tone={tone}>
          {i18n._(TRANSFER_WORDS[status])}
        </span>
      </div>
      <div className={styles.soft}>
        {[i18n._(TRANSFER_REASON_WORDS[transfer.reason]), day, ...along].join(' · ')}
      </div>
      {declined === null ? null : (
        <p>
          {i18n._(DECLINE_WORDS[declined.reason])}
          {declined.words === undefined ? null : <>: {declined.words}</>}
        </p>
      )}
      {talk.map(({ asked_at, words, reply }) => (
        <div key={asked_at}>
          <p className={styles.quote}>
            <Trans>The other region asks: {words}</Trans>
          </p>
          {reply === null ? null : (
            <p className={styles.quote}>
              <Trans>Answered: {reply}</Trans>
            </p>
          )}
        </div>
      ))}
      {answers && status === 'proposed' ? (
        <div className={styles.buttons}>
          {openQuestion(file.state.transfer) === null ? null : (
            <Reply file={file} transfer={transfer} />
          )}
          <CommandForm
            file={file}
            kind="withdraw_transfer"
            open={<Trans>Take the request back</Trans>}
            submit={<Trans>Take it back</Trans>}
            initial={{}}
            body={() => ({ transfer_id: transfer.transfer_id })}
          >
            {() => null}
          </CommandForm>
        </div>
      ) : null}
    </li>
  );
}

function Reply({ file, transfer }: Omit<OneProps, 'answers'>) {
  const { t } = useLingui();
  return (
    <CommandForm
      file={file}
      kind="reply_about_transfer"
      open={<Trans>Answer the question</Trans>}
      initial={{ words: '' }}
      body={(value) => ({ ...value, transfer_id: transfer.transfer_id })}
      paths={['words']}
    >
      {(value, change) => (
        <CaseLine
          file={file}
          path="words"
          label={t`Answer, without names and addresses`}
          value={value.words}
          onChange={(text) => change({ words: text })}
        />
      )}
    </CommandForm>
  );
}

function Propose({ file }: { readonly file: CaseFile }) {
  const { t, i18n } = useLingui();
  const places = usePlaces();
  if (places === undefined) return null;
  const region = file.state.opening.place_path.at(-2);
  const paths = placePaths(places);
  const elsewhere = [...places.values()]
    .filter(({ id }) => (paths[id]?.length ?? 0) > 1)
    .filter(({ id }) => region === undefined || !paths[id]?.includes(region))
    .map(({ id, name }) => {
      const above = paths[id]?.at(-2) ?? id;
      const own = labelIn(i18n.locale, name);
      const of = labelIn(i18n.locale, places.get(above)?.name ?? {});
      return { value: id, label: above === id ? own : `${of}: ${own}` };
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale));
  return (
    <CommandForm
      file={file}
      kind="propose_transfer"
      open={<Trans>Ask another region to go on</Trans>}
      submit={<Trans>Ask</Trans>}
      initial={{
        ...{ to_place_id: '', reason: '' as '' | Transfer['reason'], persons: '1' },
        ...{ wished_on: file.situation.today, goes_along: [] as Transfer['goes_along'] },
      }}
      body={({ reason, persons, ...value }) => ({
        ...{ ...value, transfer_id: uuid(), reason: reason as Transfer['reason'] },
        persons: Number(persons),
      })}
      paths={['to_place_id', 'reason', 'wished_on', 'persons']}
    >
      {(value, change) => (
        <>
          <Notice>
            <Trans>
              Until it accepts, the other region sees a number, how many people come, which needs
              there are and the language: no name and no reason. Then the file, its open referrals
              and their answers are theirs, and for some days you still read what was in it.
            </Trans>
          </Notice>
          <ChoiceField
            path="to_place_id"
            label={t`New place`}
            value={value.to_place_id}
            data={[{ value: '', label: t`Please choose` }, ...elsewhere]}
            onChange={(event) => change({ to_place_id: event.currentTarget.value })}
          />
          <Choice
            path="reason"
            legend={<Trans>Why</Trans>}
            options={TRANSFER_REASONS.map((code) => ({
              value: code,
              label: i18n._(TRANSFER_REASON_WORDS[code]),
            }))}
            value={value.reason}
            onChange={(reason) => change({ reason })}
          />
          <DayField
            path="wished_on"
            label={t`Wished day`}
            value={value.wished_on}
            onChange={(event) => change({ wished_on: event.currentTarget.value })}
          />
          <TextField
            path="persons"
            label={t`How many people come`}
            inputMode="numeric"
            value={value.persons}
            onChange={(event) => change({ persons: event.currentTarget.value })}
          />
          <fieldset className={styles.choice}>
            <legend>
              <Trans>What is handed over by hand</Trans>
            </legend>
            <div className={styles.chips}>
              {GOES_ALONG.map((code) => (
                <label key={code}>
                  <input
                    type="checkbox"
                    checked={value.goes_along.includes(code)}
                    onChange={(event) =>
                      change({
                        goes_along: event.currentTarget.checked
                          ? [...value.goes_along, code]
                          : value.goes_along.filter((one) => one !== code),
                      })
                    }
                  />
                  <span>{i18n._(GOES_ALONG_WORDS[code])}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </CommandForm>
  );
}
