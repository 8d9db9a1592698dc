// What of ES2023 and ES2024 browsers lack that get no newer version: phones that are ten years old, computers with
// Windows 7. Loaded only there (`main.tsx`). The types let nothing newer through (`lib` of tsconfig.web.json), and
// `test/browser/old-phone.ts` takes all of it from the browsers of four people.
import 'core-js/actual/array/to-reversed';
import 'core-js/actual/array/to-sorted';
import 'core-js/actual/array/to-spliced';
import 'core-js/actual/array/with';
import 'core-js/actual/map/group-by';
import 'core-js/actual/object/group-by';
import 'core-js/actual/promise/with-resolvers';
import 'core-js/actual/string/is-well-formed';
import 'core-js/actual/string/to-well-formed';

/** A signal that ends with the first of several. */
function anyOf(signals: Iterable<AbortSignal>): AbortSignal {
  const either = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) either.abort(signal.reason);
    else signal.addEventListener('abort', () => either.abort(signal.reason), { once: true });
  }
  return either.signal;
}

if (!('any' in AbortSignal)) Object.assign(AbortSignal, { any: anyOf });
