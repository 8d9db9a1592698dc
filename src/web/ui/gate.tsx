import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Languages } from './languages.tsx';
import styles from './shell.module.css';
import { TrialBand } from './trial-band.tsx';

interface GateProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}

/** The screens before the work: one card in the middle, languages below, nothing that tells what this is. */
export function Gate({ title, intro, children }: GateProps) {
  useEffect(() => {
    document.title = `${title} · Work`;
  }, [title]);
  return (
    <div className={styles.gate}>
      <TrialBand />
      <main className={styles.gateMain}>
        <div className={styles.card}>
          <img src="/icon.svg" alt="" width="44" height="44" />
          <Title order={1}>{title}</Title>
          {intro === undefined ? null : <p className={styles.cardIntro}>{intro}</p>}
          {children}
        </div>
      </main>
      <Languages />
    </div>
  );
}
