import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { ownPortrait, type PictureLine } from '#domain/exchange/picture/picture.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { Section } from '../../ui/page.tsx';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useSend } from '../conference/use-send.ts';
import { PictureForm } from './picture-form.tsx';
import { PicturePart } from './picture-part.tsx';

/** One's own portrait in the directory: brought by oneself, let out by a second editor. */
export function PortraitSection() {
  const asked = useAsk(['exchange', 'portrait'], '/api/exchange/me/portrait', ownPortrait);
  return (
    <Section title={<Trans>My portrait</Trans>}>
      <p>
        <Trans>
          It stands beside your name in the directory once an editor has looked at it. Remove it,
          and it is gone at once.
        </Trans>
      </p>
      <Answered asked={asked}>
        {({ portrait, proposed }) => (
          <>
            {proposed.map((picture) => (
              <Proposed key={picture.id} picture={picture} />
            ))}
            {portrait === null ? null : <PicturePart picture={portrait} />}
            <PictureForm edition={null} />
          </>
        )}
      </Answered>
    </Section>
  );
}

/** Somebody else brought it: nothing happens with it but by one's own yes, and a no takes it away. */
function Proposed({ picture }: { readonly picture: PictureLine }) {
  const { i18n } = useLingui();
  const { send, problem, busy } = useSend();
  const { id, alt, width, height } = picture;
  const path = `/api/exchange/pictures/${id}`;
  return (
    <figure style={{ marginInline: 0, marginBlock: '0 1.25rem' }}>
      <img
        src={`/exchange/pictures/${id}`}
        alt={inLanguage(alt, i18n.locale === 'ar-XB' ? 'en' : i18n.locale).text}
        width={width}
        height={height}
        style={{ inlineSize: 'min(100%, 20rem)', blockSize: 'auto', borderRadius: 8 }}
      />
      <figcaption>
        <p>
          <Trans>
            An editor would like to show this picture of you in the directory. Until you agree, only
            editors and you see it.
          </Trans>
        </p>
        <Group>
          <Button loading={busy} onClick={() => void send('POST', `${path}/agreement`)}>
            <Trans>That is me, and I agree that everybody sees it</Trans>
          </Button>
          <Button variant="default" loading={busy} onClick={() => void send('DELETE', path)}>
            <Trans>No, remove it</Trans>
          </Button>
        </Group>
        <ProblemText problem={problem} />
      </figcaption>
    </figure>
  );
}
