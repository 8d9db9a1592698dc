import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NewsKind, NewsLine } from '#domain/exchange/news/news.ts';

/** Where something stands on its way to readers. */
export const PUBLICATION_NAMES: Readonly<Record<NewsLine['state'], MessageDescriptor>> = {
  draft: msg`In draft`,
  waiting: msg`Waits for the second editor`,
  published: msg`Out`,
  returned: msg`Sent back`,
  taken_down: msg`Taken down`,
};

export const NEWS_KIND_NAMES: Readonly<Record<NewsKind, MessageDescriptor>> = {
  announcement: msg`Announcement`,
  press_release: msg`Press release`,
  communique: msg`Communiqué`,
};
