import { Trans, useLingui } from '@lingui/react/macro';
import { Button, FileButton, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { HOST_PARTS } from '#domain/exchange/conference/edition-settings.ts';
import { LARGEST_LOGO, logoKind } from '#domain/exchange/conference/logo.ts';
import { inLanguage, wording } from '#domain/exchange/wording.ts';
import type { Problem } from '#domain/problem.ts';
import { useAsk } from '../../ask.ts';
import { ChoiceField } from '../../ui/field.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import styles from '../../ui/ui.module.css';

export interface HostDraft {
  readonly id: string;
  readonly institution_id: string;
  readonly part: string;
  readonly logo: File | null;
}

const institutions = z.object({
  institutions: z.array(z.object({ id: z.uuid(), name: wording })),
});

interface NewHostsProps {
  readonly hosts: readonly HostDraft[];
  readonly change: (hosts: readonly HostDraft[]) => void;
}

/** Who hosts and supports a conference that is being made, with their logos. */
export function NewHosts({ hosts, change }: NewHostsProps) {
  const { t, i18n } = useLingui();
  const [problem, setProblem] = useState<Problem>();
  const asked = useAsk(
    ['exchange', 'institutions'],
    '/api/exchange/institutions?name=',
    institutions,
  );
  const known = (asked.value?.institutions ?? []).map(({ id, name }) => ({
    value: id,
    label: inLanguage(name, i18n.locale).text,
  }));
  const parts = {
    ...{ host: t`Host`, co_host: t`Co-host` },
    ...{ partner: t`Partner of the conference`, supporter: t`Supported by` },
  };
  const set = (at: number, patch: Partial<HostDraft>) =>
    change(hosts.map((one, index) => (index === at ? { ...one, ...patch } : one)));
  /** By its bytes, as the server looks at it: said here, while the file is still at hand. */
  async function choose(at: number, file: File | null) {
    if (file === null) return;
    if (file.size > LARGEST_LOGO) return setProblem({ code: 'too_large' });
    const kind = logoKind(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
    setProblem(kind === null ? { code: 'unsupported_media' } : undefined);
    if (kind !== null) set(at, { logo: file });
  }
  return (
    <Stack>
      <ul className={styles.plainList}>
        {hosts.map((host, at) => (
          <li key={host.id}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <ChoiceField
                path={`hosts.${at}.institution_id`}
                label={t`Institution`}
                value={host.institution_id}
                data={[{ value: '', label: t`Please choose` }, ...known]}
                onChange={(event) => set(at, { institution_id: event.currentTarget.value })}
              />
              <ChoiceField
                path={`hosts.${at}.part`}
                label={t`As`}
                value={host.part}
                data={HOST_PARTS.map((value) => ({ value, label: parts[value] }))}
                onChange={(event) => set(at, { part: event.currentTarget.value })}
              />
            </SimpleGrid>
            <p>
              <FileButton
                accept="image/png,image/jpeg,image/webp"
                onChange={(file) => void choose(at, file)}
              >
                {(props) => (
                  <Button {...props} size="compact-sm" variant="default">
                    {host.logo === null ? (
                      <Trans>Choose a logo</Trans>
                    ) : (
                      <Trans>Another logo</Trans>
                    )}
                  </Button>
                )}
              </FileButton>{' '}
              {host.logo === null ? null : <span>{host.logo.name}</span>}{' '}
              <Button
                size="compact-sm"
                variant="subtle"
                onClick={() => change(hosts.filter((_, index) => index !== at))}
              >
                <Trans>Take out</Trans>
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <ProblemText problem={problem} />
      <p style={{ margin: 0 }}>
        <Trans>A logo is a PNG, JPEG or WebP picture of at most 200 kB.</Trans>
      </p>
      <div>
        <Button
          variant="default"
          disabled={hosts.length >= 30}
          onClick={() =>
            change([
              ...hosts,
              {
                ...{ id: uuid(), institution_id: '', logo: null },
                part: hosts.length === 0 ? 'host' : 'partner',
              },
            ])
          }
        >
          <Trans>Add a host or partner</Trans>
        </Button>
      </div>
    </Stack>
  );
}
