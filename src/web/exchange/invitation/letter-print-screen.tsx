import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { printedLetter } from '#domain/exchange/invitation/invitation-sheet.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { PrintPage } from '../../ui/print-page.tsx';
import { LetterSheet } from './letter-sheet.tsx';

/** The letter alone, for the printer. */
export function LetterPrintScreen() {
  const { t } = useLingui();
  const { id, lang } = useParams({ from: '/workspace/invitations/$id/print/$lang' });
  const asked = useAsk(
    ['exchange', 'letter', id, lang],
    `/api/exchange/invitations/${id}/letter?lang=${encodeURIComponent(lang)}`,
    printedLetter,
  );
  return (
    <PrintPage title={t`Letter`} lang={lang}>
      <Answered asked={asked}>{(letter) => <LetterSheet letter={letter} />}</Answered>
    </PrintPage>
  );
}
