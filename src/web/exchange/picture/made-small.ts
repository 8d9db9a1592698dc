import { SENT_SIDE } from '#domain/exchange/picture/picture.ts';

/**
 * The picture as it is sent: drawn anew at most 1200 pixels wide or high, upright, and without whatever the camera wrote
 * into it. A file that is no picture goes as it is: the server says so.
 */
export async function madeSmall(file: File): Promise<Blob> {
  const drawn = await createImageBitmap(file).catch(() => null);
  if (drawn === null) return file;
  const scale = Math.min(1, SENT_SIDE / Math.max(drawn.width, drawn.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(drawn.width * scale));
  canvas.height = Math.max(1, Math.round(drawn.height * scale));
  const ground = canvas.getContext('2d');
  if (ground === null) return file;
  // What is see-through would turn black in a JPEG.
  ground.fillStyle = '#fff';
  ground.fillRect(0, 0, canvas.width, canvas.height);
  ground.drawImage(drawn, 0, 0, canvas.width, canvas.height);
  drawn.close();
  const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82));
  return made ?? file;
}
