/**
 * The kind of the public page that a link leads to: what names one thing of its kind stands as `*`. Null for files,
 * choices of a filter and places that are no public page.
 */
export function kindOfPage(link: string): string | null {
  const path = /^\/exchange\/\w+(\/[^?#]*)(#.*)?$/.exec(link)?.[1];
  if (path === undefined || /\.\w+$/.test(path)) return null;
  return path.replace(/\/[^/]*[-\d][^/]*/g, '/*');
}
