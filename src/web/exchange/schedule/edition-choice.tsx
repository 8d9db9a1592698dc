import { Trans, useLingui } from '@lingui/react/macro';
import { IconCalendarEvent } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Answered } from '../../ui/answered.tsx';
import { ChoiceField } from '../../ui/field.tsx';
import { EmptyState } from '../../ui/page.tsx';
import { useEditions } from '../start-screen.tsx';
import { said } from './use-schedule.ts';

interface EditionChoiceProps {
  /** Shows the part for the edition with this slug. */
  readonly children: (slug: string) => ReactNode;
}

/**
 * Which conference is meant, the coming one first; not asked where there is only one. What stands open for one stays
 * as it is, out of sight, while another one is chosen.
 */
export function EditionChoice({ children }: EditionChoiceProps) {
  const { t, i18n } = useLingui();
  const asked = useEditions();
  const [chosen, setChosen] = useState<string>();
  const [seen, setSeen] = useState<readonly string[]>([]);
  return (
    <Answered asked={asked}>
      {({ editions }) => {
        const slug = chosen ?? editions[0]?.slug;
        if (slug === undefined) {
          return (
            <EmptyState
              icon={<IconCalendarEvent size={44} aria-hidden />}
              title={<Trans>No conference has been announced yet</Trans>}
            />
          );
        }
        const opened = [...new Set([...seen, slug])];
        return (
          <>
            {editions.length < 2 ? null : (
              <ChoiceField
                path="edition"
                mb="md"
                maw="32rem"
                label={t`Conference`}
                value={slug}
                data={editions.map((one) => ({
                  value: one.slug,
                  label: said(i18n.locale, one.title),
                }))}
                onChange={(event) => {
                  setSeen(opened);
                  setChosen(event.currentTarget.value);
                }}
              />
            )}
            {opened.map((one) => (
              <div key={one} hidden={one !== slug}>
                {children(one)}
              </div>
            ))}
          </>
        );
      }}
    </Answered>
  );
}
