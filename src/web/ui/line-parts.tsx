import { Fragment } from 'react';

/** Parts of a line with a dot between them, each in its own direction: a number stays with its own words. */
export function LineParts({ parts }: { readonly parts: readonly string[] }) {
  return parts.map((one, at) => (
    <Fragment key={one}>
      {at === 0 ? '' : ' · '}
      <bdi>{one}</bdi>
    </Fragment>
  ));
}
