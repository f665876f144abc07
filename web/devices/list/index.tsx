import { DownloadOutlined, PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../app/api.ts';
import { useMay } from '../../app/queries.ts';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useUrlValues } from '../../shared/use-url-state.ts';
import { listQuery } from '../queries.ts';
import { FILTERS, Filters } from './filters.tsx';
import { Rows } from './rows.tsx';

const NewDevice = lazy(() => import('./new-device.tsx'));
const SheetDialog = lazy(() => import('./sheet-dialog.tsx'));

/** The register: narrowed, in any order, page by page as one scrolls. */
export default function List() {
  const { t } = useTranslation();
  const [search] = useUrlValues();
  const mayEdit = useMay('devices.edit');
  const [open, setOpen] = useState<'new' | 'sheet' | null>(null);
  const filter = Object.fromEntries(FILTERS.map((key) => [key, search[key]]));
  const query = useInfiniteQuery(listQuery({ ...filter, sort: search.sort ?? 'health', dir: search.dir }));
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const devices = data?.pages.flatMap((page) => page.devices) ?? [];
  return (
    <>
      <Filters total={data?.pages[0]?.total} />
      <div className="device-acts">
        {mayEdit && (
          <>
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
              {t('devices.list.new')}
            </Button>
            <Button icon={<UploadOutlined />} onClick={() => setOpen('sheet')}>
              {t('devices.list.import')}
            </Button>
          </>
        )}
        <Button icon={<DownloadOutlined />} href={address('/api/device-sheets/devices.xlsx', filter)} download>
          {t('devices.list.export')}
        </Button>
      </div>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={12} height={520} />
      ) : devices.length === 0 ? (
        <EmptyState title={t('devices.list.none')} text={t('devices.list.noneText')} />
      ) : (
        <Rows devices={devices} onEnd={onEnd} />
      )}
      <Suspense>
        {open === 'new' && <NewDevice onClose={() => setOpen(null)} />}
        {open === 'sheet' && <SheetDialog onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
