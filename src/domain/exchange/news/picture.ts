/** What somebody in a picture said to its being shown. */
export type PictureConsent = 'asked' | 'given' | 'refused' | 'withdrawn';

/** A picture is shown only while everybody in it has said yes; one of nobody may be shown as it is. */
export function mayShowPicture(pictured: readonly PictureConsent[]): boolean {
  return pictured.every((consent) => consent === 'given');
}
