import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { knocksQuery } from '../queries.ts';
import { Knock } from './knock.tsx';

/** Who knocks: what it says of itself, what it sends, and the ways to let it in. */
export default function Waiting() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(knocksQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={8} />;
  if (data.length === 0) return <EmptyState title={t('devices.waiting.none')} text={t('devices.waiting.noneText')} />;
  return (
    <>
      <p className="quiet device-note">{t('devices.waiting.text')}</p>
      <div className="device-knocks">
        {data.map((knock) => (
          <Knock key={knock.device.id} knock={knock} />
        ))}
      </div>
    </>
  );
}
