/**
 * Whether a file in `body` can no longer be sent as it was chosen: it was saved anew, moved or deleted since. Chrome then
 * sends nothing and says no more of it than of a line that is away; Firefox sends the new file at the length of the old
 * one, which no server can read, and waits for minutes where it has become shorter.
 */
export async function fileChanged(body: unknown): Promise<boolean> {
  if (!(body instanceof FormData)) return false;
  for (const part of body.values()) {
    if (part instanceof File && (await lengthOf(part)) !== part.size) return true;
  }
  return false;
}

/** How long the file is now; undefined where it cannot be read. Read piece by piece: a phone has little memory. */
async function lengthOf(file: File): Promise<number | undefined> {
  try {
    const reader = file.stream().getReader();
    let length = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      length += piece.value.byteLength;
    return length;
  } catch {
    return undefined;
  }
}
