import { Trans } from '@lingui/react/macro';
import { z } from 'zod';
import { pictureLine } from '#domain/exchange/picture/picture.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { Section } from '../../ui/page.tsx';
import { PictureForm } from './picture-form.tsx';
import { PicturePart } from './picture-part.tsx';

const answer = z.object({ portrait: pictureLine.nullable() });

/** One's own portrait in the directory: brought by oneself, let out by a second editor. */
export function PortraitSection() {
  const asked = useAsk(['exchange', 'portrait'], '/api/exchange/me/portrait', answer);
  return (
    <Section title={<Trans>My portrait</Trans>}>
      <p>
        <Trans>
          It stands beside your name in the directory once an editor has looked at it. Remove it,
          and it is gone at once.
        </Trans>
      </p>
      <Answered asked={asked}>
        {({ portrait }) => (
          <>
            {portrait === null ? null : <PicturePart picture={portrait} />}
            <PictureForm edition={null} />
          </>
        )}
      </Answered>
    </Section>
  );
}
