import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CaseFile } from '../case/case-file.ts';
import { personName } from '../case/person-name.ts';
import { More, usePages } from '../ui/data-table.tsx';
import { formatDay } from '../ui/format.ts';
import { Section } from '../ui/page.tsx';
import styles from '../ui/parts.module.css';
import { type SharedStep, sharedSteps } from './family-steps.ts';
import { useHeldRegister } from './use-register.ts';

type FileStep = SharedStep & { readonly file: CaseFile };

/** What families agreed to do together and is late or due until a day; a step of several files stands once. */
export function useFamilySteps(
  files: readonly CaseFile[] | undefined,
  until: string,
): readonly FileStep[] {
  const held = useHeldRegister();
  return useMemo(() => {
    const found = new Map<string, FileStep>();
    for (const file of files ?? []) {
      const person = held?.people.get(file.row.person_id);
      const homes = (person?.household_ids ?? []).flatMap((id) => held?.households.get(id) ?? []);
      const open = sharedSteps(homes, file.row.person_id, file.model, file.situation.today);
      for (const one of open) {
        if (one.step.due_on > until || found.has(one.step.id)) continue;
        found.set(one.step.id, { ...one, file });
      }
    }
    return [...found.values()].toSorted((a, b) => a.step.due_on.localeCompare(b.step.due_on));
  }, [files, held, until]);
}

/** The same as a part of the day. */
export function FamilyToday({ steps }: { readonly steps: readonly FileStep[] }) {
  const pages = usePages(steps, 10);
  if (steps.length === 0) return null;
  return (
    <Section
      title={<Trans>What families do together</Trans>}
      actions={<span className={styles.soft}>{steps.length}</span>}
    >
      <ul className={styles.list}>
        {pages.shown.map((one) => (
          <OneLine key={one.step.id} {...one} />
        ))}
      </ul>
      <More
        shown={pages.shown.length}
        total={steps.length}
        more={pages.more}
        onMore={pages.showMore}
      />
    </Section>
  );
}

function OneLine({ file, step }: FileStep) {
  const { t, i18n } = useLingui();
  const name = personName(file.person) || t`Name not yet known`;
  const { id } = file.row;
  const late = step.due_on < file.situation.today;
  return (
    <li>
      <div className={styles.item}>
        <div>
          <Link to="/cases/$id" params={{ id }} className={styles.link}>
            {name}
          </Link>
          <div>{step.what}</div>
          <span className={styles.tag} data-tone={late ? 'look' : undefined}>
            {formatDay(i18n.locale, step.due_on)}
          </span>
        </div>
        <Button
          component={Link}
          to={`/cases/${id}/together`}
          variant="default"
          leftSection={<IconUsersGroup size={20} aria-hidden />}
          aria-label={t`Family plan: ${name}`}
        >
          <Trans>Look</Trans>
        </Button>
      </div>
    </li>
  );
}
