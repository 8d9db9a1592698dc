import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { modelDifference } from '#domain/case/model-difference.ts';
import { Answered } from '../ui/answered.tsx';
import parts from '../ui/parts.module.css';
import { ModelChanges } from './model-changes.tsx';
import { useModelVersion } from './use-model-draft.ts';

interface CompareProps {
  /** The newest first. */
  readonly versions: readonly { readonly id: string; readonly version: number }[];
}

/** What is different between any two versions, in words. */
export function ModelCompare({ versions }: CompareProps) {
  const { t } = useLingui();
  const [from, setFrom] = useState(versions[1]?.id ?? '');
  const [to, setTo] = useState(versions[0]?.id ?? '');
  const data = versions.map(({ id, version }) => ({ value: id, label: t`version ${version}` }));
  return (
    <details>
      <summary>
        <Trans>Compare two versions</Trans>
      </summary>
      <div className={parts.pair}>
        <NativeSelect
          {...{ label: t({ message: 'From', context: 'the earlier version' }), data, value: from }}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NativeSelect
          {...{ label: t({ message: 'To', context: 'the later version' }), data, value: to }}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </div>
      <Between from={from} to={to} />
    </details>
  );
}

interface BetweenProps {
  readonly from: string;
  readonly to: string;
}

function Between({ from, to }: BetweenProps) {
  const [before, after] = [useModelVersion(from), useModelVersion(to)];
  return (
    <Answered asked={before}>
      {({ model: was }) => (
        <Answered asked={after}>
          {({ model: is }) => (
            <ModelChanges changes={modelDifference(was, is)} before={was} after={is} />
          )}
        </Answered>
      )}
    </Answered>
  );
}
