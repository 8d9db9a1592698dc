import { useElementSize } from '@mantine/hooks';
import { type RefCallback, useCallback, useEffect, useRef } from 'react';

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
    element.current?.replaceChildren(draw(width, mirrored));
  }, [width, ...data]);
  return useCallback(
    (node) => {
      element.current = node;
      measured(node);
    },
    [measured],
  );
}
