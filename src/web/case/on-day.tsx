import { useLingui } from '@lingui/react/macro';
import { DayField } from '../ui/field.tsx';

/** The day of an act, in a form about it. */
export function OnDay(props: { readonly value: string; readonly onChange: (day: string) => void }) {
  const { t } = useLingui();
  return (
    <DayField
      path="on"
      label={t`Day`}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
