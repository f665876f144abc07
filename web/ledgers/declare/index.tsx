import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { PageHead } from '../../shared/page.tsx';
import { ErrorState, LoadingState, NoPermission } from '../../shared/states.tsx';
import { ledgerQuery, ledgersQuery } from '../queries.ts';
import { Columns } from './columns.tsx';
import { type Draft, definitionOf, emptyDraft } from './draft.ts';
import { FaultsKnown, serverFaults } from './faults.tsx';
import { lacksOf, stands } from './lacks.ts';
import { Preview } from './preview.tsx';
import { Rules } from './rules.tsx';
import { What } from './what.tsx';
import '../ledgers.css';
import './declare.css';

/** A ledger that nobody foresaw, declared by an administrator; or one of these declared anew. */
export function Page() {
  const { t } = useTranslation();
  const may = useMay('ledger.declare');
  const { ledger } = useSearch({ strict: false }) as { ledger?: string };
  const found = useQuery({ ...ledgerQuery(ledger ?? ''), enabled: ledger !== undefined });
  if (!may)
    return (
      <>
        <PageHead title={t('ledgers.declare.title')} />
        <NoPermission />
      </>
    );
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (ledger && !found.data) return <LoadingState rows={8} />;
  return <Declare start={found.data?.definition ?? emptyDraft()} known={ledger !== undefined} />;
}

function Declare({ start, known }: { start: Draft; known: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const navigate = useNavigate();
  const ledgers = useQuery(ledgersQuery).data;
  const [draft, setDraft] = useState(start);
  const [tries, setTries] = useState(0);
  const act = useMutation({
    mutationFn: (given: Draft) => send<{ id: string }>('POST', '/api/ledgers', { definition: definitionOf(given) }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['ledgers'] });
      void navigate({ to: '/ledgers/$ledger', params: { ledger: id } });
    },
  });
  const lacks = lacksOf(draft, ledgers);
  const sent = act.variables ?? draft;
  const refused = serverFaults(act.error);
  const faults = [
    ...(tries > 0 ? lacks.map(({ at, lack }) => ({ at, text: t(`ledgers.declare.lacks.${lack}`) })) : []),
    ...refused.filter((one) => stands(one, sent, draft)).map((one) => ({ at: one.at, text: sentence(one) })),
  ];
  const judged = tries > 0 && !act.isPending ? tries : 0;
  // what has to change may stand far above the button
  useEffect(() => {
    if (judged > 0) document.querySelector('.ledger-declare-fault')?.scrollIntoView({ block: 'center' });
  }, [judged]);
  return (
    <>
      <PageHead
        title={known ? t('ledgers.declare.editOf', { ledger: sentence(draft.title) }) : t('ledgers.declare.title')}
        crumbs={[{ label: t('shell.pages.ledgers.long'), to: '/ledgers' }]}
        text={t('ledgers.declare.text')}
      />
      <FaultsKnown value={faults}>
        <div className="ledger-declare">
          <What draft={draft} known={known} onChange={setDraft} />
          <Columns draft={draft} onChange={setDraft} />
          <Rules draft={draft} onChange={setDraft} />
          <Preview draft={draft} />
          {faults.length > 0 && (
            <p role="alert" className="ledger-refused">
              {t('ledgers.declare.faults', { count: faults.length })}
            </p>
          )}
          {act.error && refused.length === 0 && (
            <p role="alert" className="ledger-refused">
              {act.error instanceof ApiError ? sentence(act.error.sentence) : t('shared.states.broken')}
            </p>
          )}
          <p>
            <Button
              type="primary"
              loading={act.isPending}
              onClick={() => {
                setTries((before) => before + 1);
                if (lacks.length === 0) act.mutate(draft);
              }}
            >
              {t(known ? 'ledgers.declare.save' : 'ledgers.declare.create')}
            </Button>
          </p>
        </div>
      </FaultsKnown>
    </>
  );
}
