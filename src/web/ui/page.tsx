import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './ui.module.css';

/** What stands in the window's title after the page's own name: neutral, it shows on shared screens. */
const APP = 'Work';

interface PageProps {
  /** A name of the page, never of a person: it becomes the window's title. */
  readonly title: string;
  /** What is shown as heading where that differs from the title, e.g. a person's name. */
  readonly heading?: ReactNode;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  /** For tables: up to 80 rem instead of 60. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One screen: sets the window's title, has the one h1, and takes the focus when it opens. */
export function Page({ title, heading, intro, actions, wide, children }: PageProps) {
  const h1 = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${APP}`;
    // A screen reader hears where it is; the first page keeps the browser's own start.
    if (document.activeElement === document.body && performance.now() > 4000) h1.current?.focus();
  }, [title]);
  return (
    <div className={`${styles.page} ${wide === true ? styles.wide : ''}`}>
      <div className={styles.pageHead}>
        <div>
          <Title order={1} ref={h1} tabIndex={-1}>
            {heading ?? title}
          </Title>
          {intro === undefined ? null : <p className={styles.pageIntro}>{intro}</p>}
        </div>
        {actions === undefined ? null : (
          <div className={`${styles.actions} no-print`}>{actions}</div>
        )}
      </div>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: ReactNode;
  /** What the address calls the part, where another line of the page leads to it. */
  readonly anchor?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page on white paper, named by its heading. */
export function Section({ title, anchor, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section id={anchor} className={styles.section} aria-labelledby={id}>
      <div className={styles.sectionHead}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {actions === undefined ? null : (
          <div className={`${styles.actions} no-print`}>{actions}</div>
        )}
      </div>
      {children}
    </section>
  );
}

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Says kindly that there is nothing here, and what to do next. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon}
      <Title order={3}>{title}</Title>
      {children === undefined ? null : <p>{children}</p>}
      {action}
    </div>
  );
}
