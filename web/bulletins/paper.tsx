import { useTranslation } from 'react-i18next';
import type { Bulletin } from '#app/api';
import { useFormat } from '../shared/format.ts';
import { Blocks } from './blocks.tsx';
import './paper.css';

/** A bulletin as it reads on paper; a preview and a draft say in place of number and date that they have none. */
export function Paper({ bulletin }: { bulletin: Bulletin }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <article className="paper" lang="zh-CN">
      <p className="paper-organ">{bulletin.issuer}</p>
      <p className="paper-number">{bulletin.number ?? t('bulletins.unnumbered')}</p>
      <hr />
      <h2 className="paper-title">{bulletin.title}</h2>
      <Blocks blocks={bulletin.blocks} />
      <p className="paper-sign">
        {bulletin.issuer}
        <br />
        {bulletin.issuedOn ? date(bulletin.issuedOn) : t('bulletins.notIssued')}
      </p>
    </article>
  );
}
