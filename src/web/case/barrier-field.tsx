import { useLingui } from '@lingui/react/macro';
import type { PacketWords } from '#domain/case/packet-words.ts';
import { ChoiceField } from '../ui/field.tsx';
import { labelIn } from '../ui/format.ts';

interface BarrierFieldProps {
  readonly path: string;
  /** The barriers of the programme; nothing is asked where it names none. */
  readonly barriers: PacketWords['barriers'];
  readonly value: string;
  readonly onChange: (barrier: string) => void;
}

/** What stood between the person and the service. One is chosen, never none, so that access can be counted. */
export function BarrierField({ path, barriers, value, onChange }: BarrierFieldProps) {
  const { t, i18n } = useLingui();
  if (barriers.length === 0) return null;
  return (
    <ChoiceField
      path={path}
      label={t`What stood in the way`}
      value={barriers.some(({ code }) => code === value) ? value : ''}
      data={[
        { value: '', label: t`Please choose one.` },
        ...barriers.map(({ code, labels }) => ({
          value: code,
          label: labelIn(i18n.locale, labels),
        })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
