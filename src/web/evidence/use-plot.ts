import { useElementSize } from '@mantine/hooks';
import { type RefCallback, useCallback, useEffect, useRef } from 'react';

/** Milliseconds after which a width counts as the one that stays. */
const SETTLED = 150;

/** Draws into an element as wide as there is room for, again where the room or the data change. */
export function usePlot(
  draw: (width: number, mirrored: boolean) => Element,
  data: readonly unknown[],
): RefCallback<HTMLDivElement> {
  const { ref: measured, width } = useElementSize<HTMLDivElement>();
  const element = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `draw` is new each time, `data` says when it differs
  useEffect(() => {
    if (width < 40) return;
    const mirrored = document.documentElement.dir === 'rtl';
    const redraw = () => element.current?.replaceChildren(draw(width, mirrored));
    // The first one at once; after that only for a width that lasts, not for each one while it changes.
    const timer = setTimeout(redraw, element.current?.hasChildNodes() === true ? SETTLED : 0);
    return () => clearTimeout(timer);
  }, [width, ...data]);
  return useCallback(
    (node) => {
      element.current = node;
      measured(node);
    },
    [measured],
  );
}
