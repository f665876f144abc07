import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '#app/api';
import { useSentence } from '../../app/language.ts';
import { ErrorState, LoadingState } from '../../shared/states.tsx';
import { useWide } from '../../shared/use-wide.ts';
import { entryQuery } from '../queries.ts';
import { Files } from './files.tsx';
import { EntryForm } from './form.tsx';
import { Elsewhere, History, References } from './history.tsx';
import { Visits } from './visits.tsx';

/** One entry beside its list: the form, what happened to it, and where else its object is kept. */
export default function Entry(props: { definition: LedgerDefinition; id: string; onClose: () => void }) {
  const { definition, id, onClose } = props;
  const { t } = useTranslation();
  const sentence = useSentence();
  const wide = useWide();
  const isNew = id === 'new';
  const found = useQuery({ ...entryQuery(definition.id, id), enabled: !isNew });
  const title = isNew ? t('ledgers.newOf', { ledger: sentence(definition.title) }) : (found.data?.name ?? '');
  return (
    <Drawer open title={title} onClose={onClose} size={wide ? 640 : '100%'} destroyOnHidden>
      {isNew ? (
        <EntryForm definition={definition} entry={null} onDone={onClose} />
      ) : found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} compact />
      ) : !found.data ? (
        <LoadingState rows={10} />
      ) : (
        <>
          <EntryForm key={found.data.version} definition={definition} entry={found.data} onDone={onClose} />
          <Files
            ledger={definition.id}
            id={found.data.id}
            mayKeep={found.data.mayKeep && found.data.state === 'kept'}
          />
          <References definition={definition} entry={found.data} />
          <Visits ledger={definition.id} id={found.data.id} />
          <Elsewhere entry={found.data} />
          <History definition={definition} entry={found.data} />
        </>
      )}
    </Drawer>
  );
}
