import { useLingui as useRuntime } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import {
  DISTANCE,
  HOURS,
  SCHOOLING,
  SCHOOLING_STATES,
  WISH_AS,
} from '#domain/case/work-profile.ts';
import type { CaseFile } from '../case/case-file.ts';
import { CaseProse } from '../case/case-prose.tsx';
import { Choice, Tick } from '../case/choice.tsx';
import { ChoiceField, TextField } from '../ui/field.tsx';
import parts from '../ui/parts.module.css';
import { OccupationField } from './occupation-field.tsx';
import { NO_EXPERIENCE, NO_WISH, type ProfileDraft } from './profile-draft.ts';
import {
  DISTANCE_WORDS,
  HOURS_WORDS,
  SCHOOLING_STATE_WORDS,
  SCHOOLING_WORDS,
  WISH_AS_WORDS,
} from './work-words.ts';

export interface ProfileFieldsProps {
  readonly value: ProfileDraft;
  readonly change: (patch: Partial<ProfileDraft>) => void;
}

interface InFile extends ProfileFieldsProps {
  readonly file: CaseFile;
}

/** What the person wishes, the dearest first. */
export function WishedFields({ value: { wishes }, change }: ProfileFieldsProps) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  const set = (at: number, patch: Partial<(typeof wishes)[number]>) =>
    change({ wishes: wishes.map((one, index) => (index === at ? { ...one, ...patch } : one)) });
  const swap = (at: number) =>
    change({
      wishes: wishes.toSpliced(at - 1, 2, wishes[at] ?? NO_WISH, wishes[at - 1] ?? NO_WISH),
    });
  return (
    <>
      {wishes.map((one, at) => {
        const rank = at + 1;
        return (
          // A wish has no name but its rank.
          // biome-ignore lint/suspicious/noArrayIndexKey: moving a wish moves what is typed, not the field
          <div key={at} className={parts.stack}>
            <OccupationField
              path={`wishes.${at}`}
              label={t`Wish ${rank}`}
              value={one}
              onChange={(said) => set(at, said)}
            />
            <Choice
              path={`wishes.${at}.as`}
              legend={<Trans>How</Trans>}
              options={WISH_AS.map((as) => ({ value: as, label: i18n._(WISH_AS_WORDS[as]) }))}
              value={one.as}
              onChange={(as) => set(at, { as })}
            />
            <div className={parts.buttons}>
              {at === 0 ? null : (
                <Button variant="subtle" onClick={() => swap(at)}>
                  <Trans>Dearer: move up</Trans>
                </Button>
              )}
              {wishes.length === 1 ? null : (
                <Button
                  variant="subtle"
                  onClick={() => change({ wishes: wishes.toSpliced(at, 1) })}
                >
                  <Trans>Take wish {rank} out</Trans>
                </Button>
              )}
            </div>
          </div>
        );
      })}
      {wishes.length < 10 ? (
        <div>
          <Button variant="default" onClick={() => change({ wishes: [...wishes, NO_WISH] })}>
            <Trans>One more wish</Trans>
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** What the person has done, wherever and whether or not it was paid. */
export function ExperienceFields({ value: { experience }, change }: ProfileFieldsProps) {
  const { t } = useLingui();
  const set = (at: number, patch: Partial<(typeof experience)[number]>) =>
    change({
      experience: experience.map((one, index) => (index === at ? { ...one, ...patch } : one)),
    });
  return (
    <>
      {experience.map((one, at) => {
        const rank = at + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of experience has no name of its own
          <div key={at} className={parts.stack}>
            <OccupationField
              path={`experience.${at}`}
              label={t`Has done ${rank}`}
              description={t`Paid or not, at home too.`}
              value={one}
              onChange={(said) => set(at, said)}
            />
            <div className={parts.pair}>
              <TextField
                path={`experience.${at}.years`}
                label={t`Years, about`}
                inputMode="numeric"
                value={one.years}
                onChange={(event) => set(at, { years: event.currentTarget.value })}
              />
              <TextField
                path={`experience.${at}.where`}
                label={t`Where (may stay empty)`}
                description={t`As much as a new employer may know. Nothing about the time abroad.`}
                value={one.where}
                onChange={(event) => set(at, { where: event.currentTarget.value })}
              />
            </div>
            <div>
              <Button
                variant="subtle"
                onClick={() => change({ experience: experience.toSpliced(at, 1) })}
              >
                <Trans>Take line {rank} out</Trans>
              </Button>
            </div>
          </div>
        );
      })}
      {experience.length < 20 ? (
        <div>
          <Button
            variant="default"
            onClick={() => change({ experience: [...experience, NO_EXPERIENCE] })}
          >
            <Trans>Something the person has done</Trans>
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Skills and schooling. */
export function LearnedFields({ file, value, change }: InFile) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  return (
    <>
      <CaseProse
        file={file}
        path="skills"
        label={t`What the person can do`}
        description={t`One a line: sews by machine, speaks Turkish, keeps accounts.`}
        value={value.skills}
        onChange={(skills) => change({ skills })}
      />
      <div className={parts.pair}>
        <ChoiceField
          path="schooling"
          label={t`School and training`}
          value={value.schooling ?? ''}
          data={[
            { value: '', label: t`Not asked yet` },
            ...SCHOOLING.map((one) => ({ value: one, label: i18n._(SCHOOLING_WORDS[one]) })),
          ]}
          onChange={(event) =>
            change({ schooling: SCHOOLING.find((one) => one === event.currentTarget.value) ?? '' })
          }
        />
        {value.schooling === '' || value.schooling === 'none' ? null : (
          <ChoiceField
            path="schooling_state"
            label={t`How far`}
            value={value.schooling_state ?? ''}
            data={[
              { value: '', label: t`Not asked yet` },
              ...SCHOOLING_STATES.map((one) => ({
                ...{ value: one, label: i18n._(SCHOOLING_STATE_WORDS[one]) },
              })),
            ]}
            onChange={(event) =>
              change({
                schooling_state:
                  SCHOOLING_STATES.find((one) => one === event.currentTarget.value) ?? '',
              })
            }
          />
        )}
      </div>
    </>
  );
}

/** What has to fit. */
export function LimitFields({ file, value, change }: InFile) {
  const { t } = useLingui();
  const { i18n } = useRuntime();
  return (
    <>
      <Choice
        path="limits.hours"
        legend={<Trans>Hours that are possible</Trans>}
        options={HOURS.map((one) => ({ value: one, label: i18n._(HOURS_WORDS[one]) }))}
        value={value.hours}
        onChange={(hours) => change({ hours })}
      />
      <Choice
        path="limits.distance"
        legend={<Trans>How far the person can go</Trans>}
        options={DISTANCE.map((one) => ({ value: one, label: i18n._(DISTANCE_WORDS[one]) }))}
        value={value.distance}
        onChange={(distance) => change({ distance })}
      />
      <div className={parts.many}>
        <Tick checked={value.childcare} onChange={(childcare) => change({ childcare })}>
          <Trans>Somebody must look after children meanwhile</Trans>
        </Tick>
        <Tick
          checked={value.papers_missing}
          onChange={(papers_missing) => change({ papers_missing })}
        >
          <Trans>Papers that work asks for are still missing</Trans>
        </Tick>
        <Tick checked={value.lighter_work} onChange={(lighter_work) => change({ lighter_work })}>
          <Trans>The person says: lighter work is needed (the reason is not asked)</Trans>
        </Tick>
      </div>
      <CaseProse
        file={file}
        path="limits.words"
        label={t`What else matters, in the person’s words`}
        value={value.words}
        onChange={(words) => change({ words })}
      />
    </>
  );
}
