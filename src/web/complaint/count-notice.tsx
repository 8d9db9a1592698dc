import { Plural, Trans } from '@lingui/react/macro';
import { complaintCount } from '#domain/complaint/complaint.ts';
import { useAsk } from '../ask.ts';
import { Notice } from '../ui/problem-text.tsx';

/** For the coordinator: that complaints wait longer than they should, and nothing else of them. */
export function ComplaintCountNotice() {
  const { value } = useAsk(['complaint-count'], '/api/complaints/count', complaintCount);
  if (value === undefined || value.open === 0) return null;
  return (
    <Notice>
      <Plural value={value.open} one="# complaint is open." other="# complaints are open." />{' '}
      {value.overdue === 0 ? (
        <Trans>None waits longer than it should.</Trans>
      ) : (
        <Plural
          value={value.overdue}
          one="# waits longer than it should: the complaints officer may need help."
          other="# wait longer than they should: the complaints officer may need help."
        />
      )}
    </Notice>
  );
}
