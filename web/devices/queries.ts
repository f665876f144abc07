import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  DeviceHealthView,
  DeviceLinkView,
  DeviceLogList,
  DevicePage,
  DeviceView,
  GapsView,
  HealthAlarmList,
  HealthOverview,
  HealthSettingList,
  KnockList,
  LatestOfDevices,
  ModelList,
  NetworkView,
  OverdueList,
  UnmappedList,
} from '#app/api';
import { get, type Query } from '../app/api.ts';

/** devices change every minute: pages that stand open follow */
const LIVE = { refetchInterval: 30_000, staleTime: 10_000 } as const;

export const overviewQuery = queryOptions({
  queryKey: ['devices', 'overview'],
  queryFn: ({ signal }) => get<HealthOverview>('/api/device-health/overview', {}, signal),
  ...LIVE,
});

export const listQuery = (filter: Query) =>
  infiniteQueryOptions({
    queryKey: ['devices', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      get<DevicePage>('/api/devices', { ...filter, after: pageParam, limit: 100 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    ...LIVE,
  });

export const allDevicesQuery = (filter: Query) =>
  queryOptions({
    queryKey: ['devices', 'all', filter],
    queryFn: async ({ signal }) => {
      const devices: DevicePage['devices'] = [];
      for (let after: string | null = null, first = true; first || after; first = false) {
        const page: DevicePage = await get<DevicePage>(
          '/api/devices',
          { ...filter, sort: 'code', after, limit: 500 },
          signal,
        );
        devices.push(...page.devices);
        after = page.next;
      }
      return devices;
    },
    ...LIVE,
  });

export const deviceQuery = (id: string | number) =>
  queryOptions({
    queryKey: ['devices', 'one', String(id)],
    queryFn: ({ signal }) => get<DeviceView>(`/api/devices/${id}`, {}, signal),
    ...LIVE,
  });

export const linkQuery = (id: string | number) =>
  queryOptions({
    queryKey: ['devices', 'one', String(id), 'link'],
    queryFn: async ({ signal }) => (await get<DeviceLinkView>(`/api/devices/${id}/link`, {}, signal)).link,
    ...LIVE,
  });

export const healthQuery = (id: string | number) =>
  queryOptions({
    queryKey: ['devices', 'one', String(id), 'health'],
    queryFn: ({ signal }) => get<DeviceHealthView>(`/api/devices/${id}/health`, {}, signal),
  });

export const logQuery = (id: string | number) =>
  queryOptions({
    queryKey: ['devices', 'one', String(id), 'log'],
    queryFn: async ({ signal }) => (await get<DeviceLogList>(`/api/devices/${id}/log`, {}, signal)).entries,
  });

export const latestQuery = queryOptions({
  queryKey: ['devices', 'latest'],
  queryFn: ({ signal }) => get<LatestOfDevices>('/api/devices/latest', {}, signal),
  ...LIVE,
});

export const modelsQuery = queryOptions({
  queryKey: ['devices', 'models'],
  queryFn: async ({ signal }) => (await get<ModelList>('/api/device-models', {}, signal)).models,
  staleTime: 60_000,
});

export const knocksQuery = queryOptions({
  queryKey: ['devices', 'knocks'],
  queryFn: async ({ signal }) => (await get<KnockList>('/api/devices/probation', {}, signal)).knocks,
  ...LIVE,
});

export const unmappedQuery = queryOptions({
  queryKey: ['devices', 'unmapped'],
  queryFn: async ({ signal }) => (await get<UnmappedList>('/api/device-channels/unmapped', {}, signal)).factors,
});

export const overdueQuery = queryOptions({
  queryKey: ['devices', 'overdue'],
  queryFn: async ({ signal }) => (await get<OverdueList>('/api/device-calibrations/overdue', {}, signal)).calibrations,
});

export const alarmsQuery = (open: boolean) =>
  infiniteQueryOptions({
    queryKey: ['devices', 'alarms', open],
    queryFn: ({ signal, pageParam }) =>
      get<HealthAlarmList>('/api/device-health/alarms', { open: open ? 'yes' : null, before: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    ...LIVE,
  });

export const networksQuery = queryOptions({
  queryKey: ['devices', 'networks'],
  queryFn: async ({ signal }) => (await get<NetworkView>('/api/device-health/networks', {}, signal)).networks,
  staleTime: 60_000,
});

export const gapsQuery = (kind: string) =>
  queryOptions({
    queryKey: ['devices', 'gaps', kind],
    queryFn: ({ signal }) => get<GapsView>('/api/device-health/gaps', { kind }, signal),
    staleTime: 60_000,
  });

export const settingsQuery = queryOptions({
  queryKey: ['devices', 'settings'],
  queryFn: ({ signal }) => get<HealthSettingList>('/api/device-health/settings', {}, signal),
});
