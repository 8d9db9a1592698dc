import { createRootRoute } from '@tanstack/react-router';
import { NotFound, Root, ScreenFailed } from './root.tsx';

/** What every screen stands in. */
export const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: ScreenFailed,
});
