import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../../app/language.ts';
import { Panel } from '../../shared/page.tsx';
import { sendAll, waiting } from './outbox.ts';

/** What could not be sent yet, sent again when the connection is back or somebody says so. */
export function Outbox() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const kept = useQuery({ queryKey: ['inspections', 'waiting'], queryFn: waiting });
  const act = useMutation({
    mutationFn: sendAll,
    onSettled: () => client.invalidateQueries({ queryKey: ['inspections'] }),
  });
  const { mutate } = act;
  useEffect(() => {
    const again = () => mutate();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [mutate]);
  if (!kept.data?.length) return null;
  return (
    <Panel
      title={t('inspections.outbox', { count: kept.data.length })}
      aside={
        <Button size="small" loading={act.isPending} onClick={() => mutate()}>
          {t('inspections.sendAgain')}
        </Button>
      }
    >
      <ul>
        {kept.data.map((one) => (
          <li key={one.given.clientId}>{one.title}</li>
        ))}
      </ul>
      {act.data?.refused.map((error) => (
        <p key={error.message} role="alert" className="inspection-open">
          {sentence(error.sentence)}
        </p>
      ))}
    </Panel>
  );
}
