import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../shared/page.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { draftQuery } from './draft/acts.ts';
import { Review } from './draft/review.tsx';

/** One document under review: as it was read on one side, what was made of it on the other. */
export function Page() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(draftQuery(id));
  if (data) return <Review draft={data} />;
  return (
    <>
      <PageHead
        title={t('import.review.title')}
        crumbs={[{ label: t('shell.pages.import.long'), to: '/import?tab=plan' }]}
      />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={12} height={600} />}
    </>
  );
}
