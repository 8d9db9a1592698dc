import { Trans, useLingui } from '@lingui/react/macro';
import type { z } from 'zod';
import type { askedInVain } from '#domain/case/emergency-opening.ts';
import { formatMoment } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import parts from '../ui/parts.module.css';
import { EMERGENCY_WORDS } from './emergency-words.ts';
import { useRoleName } from './use-role-name.ts';

type Row = z.infer<typeof askedInVain>;

/** Asked for and not opened, the last week's: somebody stood beside a person and waits for a call. */
export function InVain({ rows }: { readonly rows: readonly Row[] }) {
  const { t, i18n } = useLingui();
  const roleName = useRoleName();
  return (
    <Section title={<Trans>Asked for and not opened: please call back</Trans>}>
      <ul className={parts.list}>
        {rows.map((row) => {
          const name = row.name ?? t`Somebody who has left`;
          return (
            <li key={row.id}>
              <div className={parts.tags}>
                <strong>{row.number}</strong>
                <span className={parts.tag} data-tone="urgent">
                  {i18n._(EMERGENCY_WORDS[row.reason])}
                </span>
              </div>
              <div className={parts.soft}>
                {name} ({roleName(row.role)}) · {formatMoment(i18n.locale, row.at)}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
