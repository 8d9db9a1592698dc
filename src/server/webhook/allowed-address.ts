import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

const CLOSED = new BlockList();
for (const [network, bits] of [
  ...[
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ],
  ...[
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
  ],
  ...[
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
  ],
  ...[
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ],
] as const) {
  CLOSED.addSubnet(network, bits, 'ipv4');
}
// Only 2000::/3 is the open network; of it, what tunnels IPv4 could lead anywhere.
const OPEN_V6 = new BlockList();
OPEN_V6.addSubnet('2000::', 3, 'ipv6');
const CLOSED_V6 = new BlockList();
for (const [network, bits] of [
  ...[
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
  ],
] as const) {
  CLOSED_V6.addSubnet(network, bits, 'ipv6');
}

/** Whether an address is of the open network: not private, not link-local, not this machine. */
export function isOpenAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !CLOSED.check(address, 'ipv4');
  if (version !== 6) return false;
  return OPEN_V6.check(address, 'ipv6') && !CLOSED_V6.check(address, 'ipv6');
}

export interface Resolved {
  readonly address: string;
  readonly family: number;
}
export type Resolve = (host: string) => Promise<readonly Resolved[]>;

const resolveByDns: Resolve = (host) => lookup(host, { all: true });

/**
 * The addresses of a host, each of them looked at; null where one of them must not be called. The call is
 * then made to these and not to the name again: a name may answer differently the second time.
 */
export async function allowedAddresses(
  hostname: string,
  mode: 'trial' | 'live',
  resolve: Resolve = resolveByDns,
): Promise<readonly Resolved[] | null> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(host);
  const found = family === 0 ? await resolve(host) : [{ address: host, family }];
  if (found.length === 0) return null;
  if (mode === 'live' && !found.every(({ address }) => isOpenAddress(address))) return null;
  return found;
}
