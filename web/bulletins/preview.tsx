import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Drawer, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Bulletin } from '#app/api';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useFormat } from '../shared/format.ts';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { Paper } from './paper.tsx';
import { dueQuery } from './queries.ts';

/** What a month's bulletin would say, with the days it lacks, before a draft is made of it. */
export default function Preview({ month, onClose }: { month: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { month: monthName, date } = useFormat();
  const sentence = useSentence();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ['bulletins', 'preview', month],
    queryFn: () => send<Bulletin>('POST', '/api/bulletins/preview', { kind: 'air', month }),
    retry: false,
  });
  const state = useQuery(dueQuery(month.slice(0, 4))).data?.months.find((one) => one.month === month);
  const make = useMutation({
    mutationFn: () => send<Bulletin>('POST', '/api/bulletins', { kind: 'air', month }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['bulletins'] });
      await navigate({ to: '/bulletins/$id', params: { id: made.id } });
    },
    onError: (error) => void message.error(error instanceof ApiError ? sentence(error.sentence) : String(error)),
  });
  const missing = state?.coverage?.missing ?? [];
  const issued = state?.bulletin && state.bulletin.state !== 'draft';
  return (
    <Drawer
      open
      onClose={onClose}
      size={980}
      title={t('bulletins.preview.title', { month: monthName(month) })}
      extra={
        <Space>
          <ProvenanceTag provenance={found.data?.provenance} />
          <Button
            type="primary"
            disabled={!found.data || !!issued}
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {t(state?.bulletin?.state === 'draft' ? 'bulletins.remake' : 'bulletins.make')}
          </Button>
        </Space>
      }
    >
      {found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <LoadingState rows={14} />
      ) : (
        <>
          {state?.coverage && (
            <Alert
              showIcon
              type={missing.length ? 'warning' : 'success'}
              title={t('bulletins.preview.days', { valid: state.coverage.valid, of: state.coverage.of })}
              description={
                missing.length
                  ? t('bulletins.preview.missing', {
                      days: missing.map((one) => date(one)).join(t('shared.listComma')),
                    })
                  : undefined
              }
            />
          )}
          {issued && (
            <Alert showIcon type="info" title={t('bulletins.preview.issued', { number: state?.bulletin?.number })} />
          )}
          <p className="quiet bulletin-rules">
            {t('bulletins.preview.cutOff', { cutOff: sentence(found.data.cutOff) })} · {sentence(found.data.validity)}
          </p>
          <Paper bulletin={found.data} />
        </>
      )}
    </Drawer>
  );
}
