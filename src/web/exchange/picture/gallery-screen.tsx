import { Trans, useLingui } from '@lingui/react/macro';
import { z } from 'zod';
import { pictureLine } from '#domain/exchange/picture/picture.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../ui/answered.tsx';
import { EmptyState, Page, Section } from '../../ui/page.tsx';
import { EditionChoice, KeptEditions, useEditionChoice } from '../edition-choice.tsx';
import { PictureForm } from './picture-form.tsx';
import { PicturePart } from './picture-part.tsx';
import { PortraitForAnother } from './portrait-for-another.tsx';

const list = z.object({ pictures: z.array(pictureLine), more: z.boolean() });

/** The pictures of a conference: brought in with captions and with how everybody in them agreed. */
export function GalleryScreen() {
  const { t } = useLingui();
  const choice = useEditionChoice('organiser', 'editor');
  return (
    <Page title={t`Pictures`}>
      <Answered asked={choice.asked}>
        {() =>
          choice.edition === undefined ? (
            <EmptyState title={<Trans>There is nothing here for you yet</Trans>} />
          ) : (
            <>
              <EditionChoice choice={choice} />
              <KeptEditions choice={choice}>
                {({ id }) => (
                  <>
                    <Section title={<Trans>Add a picture</Trans>}>
                      <PictureForm edition={id} />
                    </Section>
                    <Pictures edition={id} />
                  </>
                )}
              </KeptEditions>
              <PortraitForAnother />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Pictures({ edition }: { readonly edition: string }) {
  const asked = useAsk(
    ['exchange', 'pictures', edition],
    `/api/exchange/editions/${edition}/pictures`,
    list,
  );
  return (
    <Section title={<Trans>Pictures of the conference</Trans>}>
      <Answered asked={asked}>
        {({ pictures }) =>
          pictures.length === 0 ? (
            <EmptyState title={<Trans>There are no pictures yet</Trans>} />
          ) : (
            pictures.map((picture) => <PicturePart key={picture.id} picture={picture} />)
          )
        }
      </Answered>
    </Section>
  );
}
