import type { PrintedLetter } from '#domain/exchange/invitation/invitation-sheet.ts';
import styles from './letter.module.css';

/** A letter as it stands on its sheet, in the language of its addressee. */
export function LetterSheet({ letter }: { readonly letter: PrintedLetter }) {
  const { lang, addressee, paragraphs, signed } = letter;
  const [office, name] = signed;
  return (
    <div className={styles.sheet} lang={lang} dir="auto">
      <header className={styles.head}>
        <strong>{letter.head}</strong>
        <span>{letter.contact}</span>
      </header>
      <div className={styles.numbers}>
        <span>{letter.number}</span>
        <span>{letter.place_and_day}</span>
      </div>
      <address className={styles.addressee}>
        {addressee.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <p className={styles.salutation}>{letter.salutation}</p>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p className={styles.answer}>{letter.answer}</p>
      <div className={styles.signed}>
        <span>{office}</span>
        <span>{name}</span>
      </div>
    </div>
  );
}
