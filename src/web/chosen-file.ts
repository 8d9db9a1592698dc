/**
 * Whether a file in `body` can no longer be read as it was chosen: it was saved anew, moved or deleted since. A browser
 * then sends nothing and says no more of it than of a line that is away.
 */
export async function fileChanged(body: unknown): Promise<boolean> {
  if (!(body instanceof FormData)) return false;
  for (const part of body.values()) {
    if (part instanceof File && !(await readable(part))) return true;
  }
  return false;
}

async function readable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
