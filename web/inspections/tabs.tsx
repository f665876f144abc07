import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/queries.ts';
import { PageHead } from '../shared/page.tsx';
import { PageTabs } from '../shared/page-tabs.tsx';

const TABS = [
  ['/inspections', 'list'],
  ['/inspections/due', 'due'],
  ['/inspections/missing', 'missing'],
  ['/inspections/calendar', 'calendar'],
] as const;

/** The head of the pages about inspections: which of them is open, and the way to make one. */
export function InspectionHead({ here }: { here: (typeof TABS)[number][1] }) {
  const { t } = useTranslation();
  const may = useMay('inspection.make');
  return (
    <>
      <PageHead
        title={t('shell.pages.inspections.long')}
        text={t(`inspections.text.${here}`)}
        actions={
          may && (
            <Link to="/inspections/new">
              <Button type="primary">{t('inspections.new')}</Button>
            </Link>
          )
        }
      />
      <PageTabs label={t('shell.pages.inspections.long')}>
        {TABS.map(([to, key]) => (
          <Link key={key} to={to} activeOptions={{ exact: true }} aria-current={key === here ? 'page' : undefined}>
            {t(`inspections.tabs.${key}`)}
          </Link>
        ))}
      </PageTabs>
    </>
  );
}
