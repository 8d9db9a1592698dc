import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { ServerApp } from './server-app.ts';

/**
 * The content security policy of guarantees S15; each word has its reason in decision 0003. A page may
 * load only what this server sends, and scripts only from files: never inline, never from text.
 */
export const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'script-src-attr': ["'none'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'media-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default'],
} as const;

const NO_FEATURES = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'midi',
  'payment',
  'serial',
  'usb',
];

/**
 * No page may ask the device for anything but the microphone, for whoever would rather say a complaint
 * than write it; the browser asks for a yes each time. Nothing here needs a camera or a place.
 */
export const PERMISSIONS_POLICY = [
  ...NO_FEATURES.map((name) => `${name}=()`),
  'microphone=(self)',
].join(', ');

/**
 * Helmet's headers with every reply. They are the same each time, so helmet makes them once, for the first
 * reply: left to itself it reads its options anew for each.
 */
export async function sendSecurityHeaders(app: ServerApp, https: boolean): Promise<void> {
  await app.register(helmet, { ...helmetOptions(https), global: false });
  let made: (readonly [string, string])[] | undefined;
  app.addHook('onRequest', async (_request, reply) => {
    for (const [name, value] of made ?? []) reply.raw.setHeader(name, value);
    if (made !== undefined) return;
    await reply.helmet();
    made = Object.entries(reply.raw.getHeaders()).map(([name, value]) => [name, String(value)]);
  });
}

/** Helmet's options; strict transport security only where the address is https (live mode). */
function helmetOptions(https: boolean): FastifyHelmetOptions {
  const directives = Object.fromEntries(
    Object.entries(CONTENT_SECURITY_POLICY).map(([name, words]) => [name, [...words]]),
  );
  return {
    contentSecurityPolicy: { useDefaults: false, directives },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    originAgentCluster: true,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    xContentTypeOptions: true,
    xDnsPrefetchControl: { allow: false },
    xFrameOptions: { action: 'deny' },
    xPermittedCrossDomainPolicies: { permittedPolicies: 'none' },
    xPoweredBy: true,
  };
}
