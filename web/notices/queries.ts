import { queryOptions } from '@tanstack/react-query';
import type { NoticeCount, NoticeList, NoticeSettings } from '#app/api';
import { get } from '../app/api.ts';

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: ({ signal }) => get<NoticeCount>('/api/notices/unread', {}, signal),
  staleTime: 30_000,
  refetchInterval: 60_000,
});

export const noticesQuery = (which: string) =>
  queryOptions({
    queryKey: ['notices', 'list', which],
    queryFn: ({ signal }) => get<NoticeList>('/api/notices', { which, limit: 500 }, signal),
  });

export const settingsQuery = queryOptions({
  queryKey: ['notices', 'settings'],
  queryFn: ({ signal }) => get<NoticeSettings>('/api/notices/settings', {}, signal),
});
