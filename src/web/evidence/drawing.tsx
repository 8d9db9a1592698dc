import { Waiting } from '../ui/waiting.tsx';
import styles from './evidence.module.css';

/** Room for a picture that is still being drawn. */
export function Drawing() {
  return (
    <div className={styles.room}>
      <Waiting />
    </div>
  );
}
