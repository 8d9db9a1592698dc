import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { useModel } from '../evidence/use-numbers.ts';
import { Answered } from '../ui/answered.tsx';
import { labelIn } from '../ui/format.ts';
import { Page, Section } from '../ui/page.tsx';
import { ModelDocuments } from './model-documents.tsx';
import { ModelEndings, ModelMilestones, ModelNeeds, ModelPurposes } from './model-lists.tsx';
import { ModelStages } from './model-stages.tsx';
import { ModelRetention, ModelTimers } from './model-times.tsx';
import { ModelVersions } from './model-versions.tsx';
import { ModelWordList } from './model-word-list.tsx';
import styles from './programme.module.css';

interface ModelPart {
  readonly code: string;
  readonly title: MessageDescriptor;
  readonly component: ComponentType<{ readonly model: ProgrammeModel }>;
}

const PARTS: readonly ModelPart[] = [
  { code: 'stages', title: msg`Stages`, component: ModelStages },
  { code: 'needs', title: msg`Areas of needs`, component: ModelNeeds },
  { code: 'purposes', title: msg`What consent is asked for`, component: ModelPurposes },
  { code: 'times', title: msg`Time limits`, component: ModelTimers },
  { code: 'milestones', title: msg`Milestones`, component: ModelMilestones },
  { code: 'documents', title: msg`Papers`, component: ModelDocuments },
  { code: 'endings', title: msg`How support ends`, component: ModelEndings },
  { code: 'retention', title: msg`How long things are kept`, component: ModelRetention },
  { code: 'words', title: msg`Words to think about twice`, component: ModelWordList },
];

/** How the programme works, to read: the same document that the rules and timers work by. */
export function ModelScreen() {
  const { t } = useLingui();
  const model = useModel();
  return (
    <Page
      title={t`Programme model`}
      intro={
        <Trans>
          How this programme works: each support file follows the version it was opened with.
        </Trans>
      }
      actions={
        <>
          <Link to="/model/packages">{t`Models to pass on`}</Link>
          <Link to="/model/draft">{t`Next version`}</Link>
        </>
      }
      wide
    >
      <Answered asked={model}>{(found) => <Model model={found} />}</Answered>
    </Page>
  );
}

function Model({ model }: { readonly model: ProgrammeModel }) {
  const { i18n } = useLingui();
  const version = model.version;
  return (
    <>
      <p style={{ marginBlockStart: 0 }}>
        <strong>{labelIn(i18n.locale, model.labels)}</strong> · <Trans>version {version}</Trans>
      </p>
      <ul className={`${styles.jump} no-print`}>
        {PARTS.map(({ code, title }) => (
          <li key={code}>
            <a href={`#${code}`}>{i18n._(title)}</a>
          </li>
        ))}
      </ul>
      <ModelVersions />
      {PARTS.map(({ code, title, component: Part }) => (
        <div key={code} id={code} style={{ scrollMarginBlockStart: 'calc(var(--head) + 1rem)' }}>
          <Section title={i18n._(title)}>
            <Part model={model} />
          </Section>
        </div>
      ))}
    </>
  );
}
