import { useTranslation } from 'react-i18next';
import { PageHead } from '../shared/page.tsx';
import { EmptyState } from '../shared/states.tsx';

export function Page() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('shell.pages.import.long')} />
      <EmptyState title={t('shared.states.empty')} />
    </>
  );
}
