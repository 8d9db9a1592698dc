import { Trans, useLingui } from '@lingui/react/macro';
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { participantMe } from '#domain/exchange/participant.ts';
import { useAsk } from '../ask.ts';
import { speakAs } from '../language.ts';
import { GroupedPlaces } from '../ui/grouped-places.tsx';
import { BottomBar } from '../ui/navigation.tsx';
import { ProblemText } from '../ui/problem-text.tsx';
import styles from '../ui/shell.module.css';
import { TrialBand } from '../ui/trial-band.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { EntryScreen } from './account/entry-screen.tsx';
import { onOtherTabs, tellOtherTabs } from './account/other-tabs.ts';
import { ParticipantMenu } from './account/participant-menu.tsx';
import { NoticesBell } from './notice/notices-bell.tsx';
import { ParticipantContext } from './use-participant.ts';
import { WORKSPACE_GROUPS, WORKSPACE_PLACES } from './workspace-places.ts';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 15_000, refetchOnWindowFocus: true } },
});

/** Round every screen of the exchange: who is here, where one can go; signing in where nobody is. */
export function Workspace() {
  return (
    <QueryClientProvider client={queries}>
      <Due />
    </QueryClientProvider>
  );
}

function Due() {
  const me = useAsk(['exchange', 'me'], '/api/exchange/me', participantMe);
  const locale = me.value?.locale;
  useEffect(() => {
    if (locale !== undefined) void speakAs(locale);
  }, [locale]);
  const id = me.value?.id;
  const asking = useQueryClient();
  useEffect(() => {
    if (id !== undefined) tellOtherTabs({ here: id });
    // Where another tab has let somebody else in, nothing of whoever was here stays, nor is sent in another's name.
    return onOtherTabs((told) => {
      if ('left' in told || told.here !== id) void asking.resetQueries();
    });
  }, [id, asking]);
  const code = me.problem?.code;
  if (code === 'not_signed_in' || code === 'session_expired' || code === 'gone') {
    return <EntryScreen entered={() => void asking.resetQueries()} />;
  }
  if (me.value === undefined) {
    return (
      <main style={{ display: 'grid', placeItems: 'center', minBlockSize: '100dvh' }}>
        {me.problem === undefined ? <Waiting /> : <ProblemText problem={me.problem} />}
      </main>
    );
  }
  return (
    <ParticipantContext key={id} value={me.value}>
      <Frame name={me.value.name} roles={me.value.roles.map(({ role }) => role)} />
    </ParticipantContext>
  );
}

function Frame({ name, roles }: { readonly name: string; readonly roles: readonly string[] }) {
  const { t } = useLingui();
  const places = WORKSPACE_PLACES.filter(
    (place) => place.roles === 'all' || place.roles.some((role) => roles.includes(role)),
  );
  const menu = { groups: WORKSPACE_GROUPS, places, whole: places.length };
  return (
    <div className={styles.shell}>
      <a href="#content" className={`${styles.skip} visually-hidden`}>
        <Trans>Skip to the content</Trans>
      </a>
      <div className={styles.head}>
        <TrialBand />
        <header className={styles.top}>
          <Link to="/workspace" className={styles.mark}>
            <img src="/icon.svg" alt={t`Start`} width="34" height="34" />
          </Link>
          <span className={styles.markName}>{name}</span>
          <NoticesBell />
          <ParticipantMenu />
        </header>
      </div>
      <div className={styles.body}>
        <nav className={`${styles.side} ${styles.places}`} aria-label={t`Main menu`}>
          <GroupedPlaces {...menu} />
        </nav>
        {/* Texts for the public, often in a third language of whoever writes: there mistakes may be looked for. */}
        <main id="content" className={styles.main} tabIndex={-1} spellCheck>
          <Outlet />
        </main>
      </div>
      <BottomBar
        places={places}
        rest={(first) => <GroupedPlaces {...menu} places={places.slice(first)} />}
      />
    </div>
  );
}
