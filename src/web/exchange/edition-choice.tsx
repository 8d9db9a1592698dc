import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { ExchangeRole } from '#domain/exchange/role.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { ChoiceField } from '../ui/field.tsx';
import { useEditions } from './start-screen.tsx';
import { useParticipant } from './use-participant.ts';

/** The edition that a screen works on: one for which a role is held, the one that is coming first. */
export function useEditionChoice(...roles: ExchangeRole[]) {
  const asked = useEditions();
  const me = useParticipant();
  const [chosen, choose] = useState('');
  const own = (asked.value?.editions ?? []).filter(({ id }) => me.holds(id, ...roles));
  const edition =
    own.find(({ id }) => id === chosen) ?? own.find(({ state }) => state !== 'ended') ?? own[0];
  return { asked, own, edition, choose };
}

/** Lets another edition be chosen, where there is more than one. */
export function EditionChoice({
  choice,
}: {
  readonly choice: ReturnType<typeof useEditionChoice>;
}) {
  const { t, i18n } = useLingui();
  if (choice.own.length < 2) return null;
  return (
    <ChoiceField
      path="edition"
      mb="md"
      label={t`Conference`}
      value={choice.edition?.id ?? ''}
      data={choice.own.map(({ id, title }) => ({
        value: id,
        label: inLanguage(title, i18n.locale).text,
      }))}
      onChange={(event) => choice.choose(event.currentTarget.value)}
    />
  );
}

interface KeptProps {
  readonly choice: ReturnType<typeof useEditionChoice>;
  readonly children: (
    edition: ReturnType<typeof useEditionChoice>['own'][number],
    shown: boolean,
  ) => ReactNode;
}

/** What stands open for one edition stays as it is, out of sight, while another one is chosen. */
export function KeptEditions({ choice, children }: KeptProps) {
  const chosen = choice.edition?.id;
  const [seen, setSeen] = useState<readonly string[]>([]);
  if (chosen !== undefined && !seen.includes(chosen)) setSeen([...seen, chosen]);
  return choice.own
    .filter(({ id }) => seen.includes(id))
    .map((edition) => (
      <div key={edition.id} hidden={edition.id !== chosen}>
        {children(edition, edition.id === chosen)}
      </div>
    ));
}
