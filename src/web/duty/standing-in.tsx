import { Trans, useLingui } from '@lingui/react/macro';
import { standIns } from '#domain/duty/stand-in.ts';
import { useAsk } from '../ask.ts';
import { useNames } from '../case/use-names.ts';
import { formatMoment } from '../ui/format.ts';
import { Notice } from '../ui/problem-text.tsx';

/** Whose team stands here too while its supervisor is away, and until when: nothing else tells it. */
export function StandingIn() {
  const { i18n } = useLingui();
  const names = useNames();
  const { value } = useAsk(['stand-ins'], '/api/stand-ins', standIns);
  const own = value?.stand_ins.filter((one) => one.own && one.now) ?? [];
  return own.map(({ id, place_id, until_at }) => {
    const place = names.place(place_id) ?? '…';
    const until = formatMoment(i18n.locale, until_at);
    return (
      <div key={id} style={{ marginBlockEnd: '1rem' }}>
        <Notice>
          <Trans>
            Until {until} you stand in for the supervisor here: {place}. Their files are among
            yours.
          </Trans>
        </Notice>
      </div>
    );
  });
}
