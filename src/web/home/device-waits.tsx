import { type ReactNode, useMemo } from 'react';
import { useMe } from '../account/use-session.ts';
import { dayOf } from '../case/day.ts';
import { useOwnCases } from '../case/use-cases.ts';
import { useColleagues } from '../case/use-names.ts';
import { figuresOf, loads } from '../team/team-caseload.ts';
import { WAITS, type Waits } from './waits.ts';

interface DeviceWaitsProps {
  readonly children: (waits: Waits) => ReactNode;
}

/** What waits in the files that this device carries: also without a line. */
export function DeviceWaits({ children }: DeviceWaitsProps) {
  const me = useMe();
  const files = useOwnCases();
  const colleagues = useColleagues();
  const waits = useMemo((): Waits => {
    if (files === undefined) return {};
    if (me.role === 'supervisor') {
      const { urgent, overdue, waits: waiting } = figuresOf(files.values());
      const { unassigned } = loads(
        files.values(),
        [],
        (id) => colleagues.get(id)?.active === false,
      );
      return {
        '/team': WAITS.nobody(unassigned.length),
        '/approvals': WAITS.waiting(waiting),
        '/overdue': WAITS.late(overdue),
        '/cases': WAITS.urgent(urgent),
      };
    }
    const { late, now, urgent } = dayOf([...files.values()], me.id);
    return {
      '/today': [...WAITS.late(late.length), ...WAITS.today(now.length)],
      '/cases': WAITS.urgent(urgent.length),
    };
  }, [files, colleagues, me]);
  return children(waits);
}
