import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useMe } from '../account/use-session.ts';
import parts from '../ui/parts.module.css';

/** From one screen of work to the others. */
export function WorkLinks() {
  const me = useMe();
  return (
    <nav className={parts.buttons} style={{ marginBlockEnd: '1rem' }}>
      <Link to="/labour" className={parts.link}>
        <Trans>Vacancies</Trans>
      </Link>
      <Link to="/labour/demand" className={parts.link}>
        <Trans>Labour market</Trans>
      </Link>
      {me.role === 'coordinator' ? (
        <>
          <Link to="/labour/import" className={parts.link}>
            <Trans>Bring in a file</Trans>
          </Link>
          <Link to="/labour/occupations" className={parts.link}>
            <Trans>Names of occupations</Trans>
          </Link>
        </>
      ) : null}
    </nav>
  );
}
