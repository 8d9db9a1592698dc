import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useId } from 'react';
import { type Goal, PlaceLinks } from './navigation.tsx';
import { groupsOf } from './place-groups.ts';
import styles from './shell.module.css';

interface GroupedPlacesProps<G extends string> {
  readonly groups: Readonly<Record<G, MessageDescriptor>>;
  readonly places: readonly (Goal & { readonly group: G })[];
  /** How many places the role has in all: a long menu stays divided where only a part is shown. */
  readonly whole: number;
}

/** A long menu in groups, each named for eye and ear; a short one as it is. */
export function GroupedPlaces<G extends string>({ groups, places, whole }: GroupedPlacesProps<G>) {
  const { i18n } = useLingui();
  const id = useId();
  return groupsOf(groups, places, whole).map(({ heading, places: inGroup }) =>
    heading === null ? (
      <PlaceLinks key="all" places={inGroup} />
    ) : (
      // biome-ignore lint/a11y/useSemanticElements: links are no form, as a fieldset would say
      <div
        key={heading.id}
        role="group"
        aria-labelledby={`${id}${heading.id}`}
        className={styles.group}
      >
        <div id={`${id}${heading.id}`} className={styles.groupName}>
          {i18n._(heading)}
        </div>
        <PlaceLinks places={inGroup} />
      </div>
    ),
  );
}
