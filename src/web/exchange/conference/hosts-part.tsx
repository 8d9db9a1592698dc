import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FileButton, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { HOST_PARTS } from '#domain/exchange/conference/edition-settings.ts';
import { ChoiceField, FieldProblems } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from '../../ui/ui.module.css';
import type { ShownEdition } from './edition-form.tsx';
import { toldIn } from './told-text.tsx';
import { useSend } from './use-send.ts';

/** Who hosts and supports a conference, with their logos. */
export function HostsPart({ id, one }: { readonly id: string; readonly one: ShownEdition }) {
  const { t, i18n } = useLingui();
  const { send, add, problem, busy } = useSend();
  const [draft, setDraft] = useState<{ institution_id: string; part: string }>({
    ...{ institution_id: '', part: 'partner' },
  });
  const parts = {
    ...{
      host: t`Host`,
      co_host: t`Co-host`,
      partner: t`Partner of the conference`,
      supporter: t`Supported by`,
    },
  };
  const path = `/api/exchange/editions/${id}/hosts`;
  const free = one.institutions.filter(
    ({ id: other }) => !one.hosts.some(({ institution_id }) => institution_id === other),
  );
  function bring(host: string, file: File | null) {
    if (file === null) return;
    const body = new FormData();
    body.append('file', file);
    void send('PUT', `${path}/${host}/logo`, body);
  }
  return (
    <Section title={<Trans>Hosts and partners</Trans>}>
      <ul className={styles.plainList}>
        {one.hosts.map((host) => {
          const name = toldIn(i18n.locale, host.name).text;
          return (
            <li key={host.id}>
              {host.logo ? (
                <img
                  src={`/exchange/logos/${host.id}?${one.version}`}
                  alt=""
                  style={{ maxBlockSize: '2.5rem', maxInlineSize: '8rem' }}
                />
              ) : null}{' '}
              {parts[host.part]}: {name}{' '}
              <FileButton
                accept="image/png,image/jpeg,image/webp"
                onChange={(file) => bring(host.id, file)}
              >
                {(props) => (
                  <Button {...props} size="compact-sm" variant="default" loading={busy}>
                    <Trans>Logo of {name}</Trans>
                  </Button>
                )}
              </FileButton>{' '}
              <Button
                size="compact-sm"
                variant="subtle"
                loading={busy}
                onClick={() => void send('DELETE', `${path}/${host.id}`)}
              >
                <Trans>Take out {name}</Trans>
              </Button>
            </li>
          );
        })}
      </ul>
      <FieldProblems problem={problem}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <ChoiceField
              path="institution_id"
              label={t`Institution`}
              value={draft.institution_id}
              data={[
                { value: '', label: t`Please choose` },
                ...free.map((institution) => ({
                  value: institution.id,
                  label: toldIn(i18n.locale, institution.name).text,
                })),
              ]}
              onChange={(event) =>
                setDraft({ ...draft, institution_id: event.currentTarget.value })
              }
            />
            <ChoiceField
              path="part"
              label={t`As`}
              value={draft.part}
              data={HOST_PARTS.map((value) => ({ value, label: parts[value] }))}
              onChange={(event) => setDraft({ ...draft, part: event.currentTarget.value })}
            />
          </SimpleGrid>
          <p>
            <Trans>A logo is a PNG, JPEG or WebP picture of at most 200 kB.</Trans>
          </p>
          <ProblemText problem={problem} />
          <div>
            <Button
              variant="default"
              loading={busy}
              disabled={draft.institution_id === ''}
              onClick={async () => {
                const added = await add(path, (id) => ({ ...draft, id }));
                if (added !== undefined) setDraft({ institution_id: '', part: 'partner' });
              }}
            >
              <Trans>Add</Trans>
            </Button>
          </div>
        </Stack>
      </FieldProblems>
    </Section>
  );
}
