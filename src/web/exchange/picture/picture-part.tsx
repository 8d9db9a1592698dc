import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Group } from '@mantine/core';
import type { PictureLine } from '#domain/exchange/picture/picture.ts';
import { inLanguage } from '#domain/exchange/wording.ts';
import { ProblemText } from '../../ui/problem-text.tsx';
import { useSend } from '../conference/use-send.ts';
import { PUBLICATION_NAMES } from '../news/publication-names.ts';

/** One picture with its words and where it stands; taken away at once, with its file. */
export function PicturePart({ picture }: { readonly picture: PictureLine }) {
  const { i18n } = useLingui();
  const { send, problem, busy } = useSend();
  const { id, alt, caption, state, consent, width, height } = picture;
  const lang = i18n.locale === 'ar-XB' ? 'en' : i18n.locale;
  return (
    <figure style={{ marginInline: 0, marginBlock: '0 1.25rem' }}>
      <img
        src={`/exchange/pictures/${id}`}
        alt={inLanguage(alt, lang).text}
        width={width}
        height={height}
        style={{ inlineSize: 'min(100%, 20rem)', blockSize: 'auto', borderRadius: 8 }}
      />
      <figcaption>
        {/* Of a portrait, its consent is that it was brought by whom it shows. */}
        {caption === null ? null : (
          <>
            <p>{inLanguage(caption, lang).text}</p>
            <p dir="auto">{consent}</p>
          </>
        )}
        <Group>
          <Badge variant="light">{i18n._(PUBLICATION_NAMES[state ?? 'draft'])}</Badge>
          <Button
            variant="subtle"
            color="clay"
            loading={busy}
            onClick={() => void send('DELETE', `/api/exchange/pictures/${id}`)}
          >
            <Trans>Remove the picture</Trans>
          </Button>
        </Group>
      </figcaption>
      <ProblemText problem={problem} />
    </figure>
  );
}
