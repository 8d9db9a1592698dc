import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { ChoiceField, TextField } from '../ui/field.tsx';
import styles from '../ui/parts.module.css';
import type { CaseFile } from './case-file.ts';
import { CaseLine } from './case-prose.tsx';
import { WITHHOLD_WORDS } from './consent-words.ts';

type Withheld = CommandBodies['record_consent']['withhold'][number];

interface KeepFromProps {
  readonly file: CaseFile;
  readonly value: readonly Withheld[];
  readonly onChange: (value: Withheld[]) => void;
}

/** What the person wants kept from somebody: heard here, because a yes is never a yes to everybody. */
export function KeepFrom({ file, value, onChange }: KeepFromProps) {
  const { t, i18n } = useLingui();
  const put = (at: number, patch: Partial<Withheld>) =>
    onChange(value.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  return (
    <div className={styles.stack}>
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id and keep their order
        <fieldset key={at} className={styles.form} style={{ margin: 0 }}>
          <legend className={styles.strong}>
            <Trans>Keep from somebody</Trans>
          </legend>
          <TextField
            path={`withhold.${at}.from`}
            label={t`From whom`}
            value={one.from}
            onChange={(event) => put(at, { from: event.currentTarget.value })}
          />
          <CaseLine
            file={file}
            path={`withhold.${at}.what`}
            label={t`What`}
            value={one.what}
            onChange={(text) => put(at, { what: text })}
          />
          <ChoiceField
            path={`withhold.${at}.reason`}
            label={t`Why`}
            value={one.reason}
            data={(['fear_of_harm', 'wants_to_tell_themselves', 'other'] as const).map((code) => ({
              value: code,
              label: i18n._(WITHHOLD_WORDS[code]),
            }))}
            onChange={(event) =>
              put(at, { reason: event.currentTarget.value as Withheld['reason'] })
            }
          />
          <div>
            <Button
              variant="subtle"
              color="clay"
              leftSection={<IconTrash size={20} aria-hidden />}
              onClick={() => onChange(value.filter((_, index) => index !== at))}
            >
              <Trans>Take out</Trans>
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => onChange([...value, { from: '', what: '', reason: 'fear_of_harm' }])}
        >
          <Trans>Keep something from somebody</Trans>
        </Button>
      </div>
    </div>
  );
}
