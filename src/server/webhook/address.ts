/** What may stand behind an endpoint's address; the machine's own only where nobody real is recorded. */
export function addressProblem(typed: string, mode: 'trial' | 'live'): 'not_https' | null {
  const url = URL.parse(typed);
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') {
    return 'not_https';
  }
  const own = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const plain = mode === 'trial' && url.protocol === 'http:' && own;
  return url.protocol === 'https:' || plain ? null : 'not_https';
}
