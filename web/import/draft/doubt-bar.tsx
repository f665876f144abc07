import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Draft } from '#app/api';
import { openFields } from './places.ts';

type Props = { draft: Draft; at: string | undefined; onWalk: (step: 1 | -1) => void };

/** How much is still uncertain, and the way to the next and the one before. */
export function DoubtBar({ draft, at, onWalk }: Props) {
  const { t } = useTranslation();
  const open = openFields(draft);
  const position = open.findIndex((f) => f.path === at);
  return (
    <fieldset className="review-doubts">
      <legend className="unseen">{t('import.review.uncertain')}</legend>
      <span aria-live="polite">
        {open.length === 0
          ? t('import.review.allSettled')
          : position === -1
            ? t('import.review.open', { count: open.length })
            : t('import.review.openAt', { at: position + 1, count: open.length })}
      </span>
      <Button icon={<UpOutlined />} disabled={open.length === 0} onClick={() => onWalk(-1)} aria-keyshortcuts="p">
        {t('import.review.previous')} <kbd>P</kbd>
      </Button>
      <Button icon={<DownOutlined />} disabled={open.length === 0} onClick={() => onWalk(1)} aria-keyshortcuts="n">
        {t('import.review.next')} <kbd>N</kbd>
      </Button>
    </fieldset>
  );
}
