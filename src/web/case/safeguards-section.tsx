import { Waiting } from '../ui/waiting.tsx';
import { AuthorityRequests } from './authority-requests.tsx';
import type { CaseFile } from './case-file.ts';
import { EraseContent } from './erase-content.tsx';
import { useLineFile } from './line-file.ts';
import { Readers } from './readers.tsx';

/** For the supervisor: requests by authorities, who has read, erasing. Comes over the line only. */
export function SafeguardsSection({ file }: { readonly file: CaseFile }) {
  // A device never holds what is kept for protection.
  const whole = useLineFile(file.row.id, true);
  return (
    <>
      {whole === undefined ? <Waiting /> : null}
      {whole ? <AuthorityRequests file={whole} /> : null}
      <Readers file={file} />
      {whole ? <EraseContent file={whole} /> : null}
    </>
  );
}
