import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from '../ui/parts.module.css';

interface PrintLinkProps {
  readonly file: { readonly row: { readonly id: string } };
  /** The id of what is printed. */
  readonly about: string;
  readonly children: ReactNode;
}

/** The way to a paper of a file. */
export function PrintLink({ file, about, children }: PrintLinkProps) {
  return (
    <Link
      to="/cases/$id/paper/$about"
      params={{ id: file.row.id, about }}
      className={`${styles.link} no-print`}
    >
      <IconPrinter size={18} aria-hidden style={{ marginInlineEnd: '0.35rem' }} />
      {children}
    </Link>
  );
}
