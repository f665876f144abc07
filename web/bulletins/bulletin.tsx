import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, App, Button, Input, Modal, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bulletin } from '#app/api';
import { ApiError, get, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import { useMay } from '../app/queries.ts';
import { useFormat } from '../shared/format.ts';
import { PageHead } from '../shared/page.tsx';
import { ProvenanceTag } from '../shared/provenance-tag.tsx';
import { ErrorState, LoadingState } from '../shared/states.tsx';
import { Blocks } from './blocks.tsx';
import './paper.css';

/** One bulletin as it reads on paper, with its acts, versions and papers. */
export function Page() {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({
    queryKey: ['bulletin', id],
    queryFn: ({ signal }) => get<Bulletin>(`/api/bulletins/${id}`, {}, signal),
  });
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingState rows={12} />;
  const bulletin = found.data;
  return (
    <>
      <PageHead
        title={bulletin.title}
        crumbs={[{ label: t('shell.pages.bulletins.long'), to: '/bulletins' }]}
        aside={<ProvenanceTag provenance={bulletin.provenance} />}
        actions={<Acts bulletin={bulletin} />}
      />
      {bulletin.state === 'corrected' && <Alert type="warning" showIcon title={t('bulletins.superseded')} />}
      {bulletin.correction && (
        <Alert
          type="info"
          showIcon
          title={`${t('bulletins.correction')}：${bulletin.correction}`}
          description={
            <ul>
              {bulletin.changes.map((change) => (
                <li key={change.what}>
                  {change.what}：{change.before} → {change.after}
                </li>
              ))}
            </ul>
          }
        />
      )}
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
      {bulletin.versions.length > 1 && (
        <nav aria-label={t('bulletins.versions')} className="paper-versions">
          {t('bulletins.versions')}：
          {bulletin.versions.map((version) => (
            <Link
              key={version.id}
              to="/bulletins/$id"
              params={{ id: version.id }}
              aria-current={version.id === id ? 'page' : undefined}
            >
              {t('bulletins.version', { no: version.versionNo })} {t(`bulletins.states.${version.state}`)}
            </Link>
          ))}
        </nav>
      )}
    </>
  );
}

function Acts({ bulletin }: { bulletin: Bulletin }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [mayDraft, mayIssue] = [useMay('bulletin.draft'), useMay('bulletin.issue')];
  const [reason, setReason] = useState<string | null>(null);
  const act = useMutation({
    mutationFn: ({ method, path, body }: { method: 'POST' | 'DELETE'; path: string; body?: object }) =>
      send<Bulletin | undefined>(method, `/api/bulletins/${bulletin.id}${path}`, body),
    onSuccess: async (made) => {
      setReason(null);
      await client.invalidateQueries({ queryKey: ['bulletins'] });
      await client.invalidateQueries({ queryKey: ['bulletin'] });
      if (!made) await navigate({ to: '/bulletins' });
      else if (made.id && made.id !== bulletin.id) await navigate({ to: '/bulletins/$id', params: { id: made.id } });
    },
    onError: (error) => void message.error(error instanceof ApiError ? sentence(error.sentence) : String(error)),
  });
  const paper = (ending: string) => `/api/bulletins/${bulletin.id}/bulletin.${ending}`;
  return (
    <Space wrap>
      <Button href={paper('docx')}>{t('bulletins.word')}</Button>
      <Button href={paper('pdf')}>{t('bulletins.pdf')}</Button>
      {bulletin.state === 'draft' && mayDraft && (
        <Popconfirm title={t('bulletins.deleteSure')} onConfirm={() => act.mutate({ method: 'DELETE', path: '' })}>
          <Button danger>{t('bulletins.delete')}</Button>
        </Popconfirm>
      )}
      {bulletin.state === 'draft' && mayIssue && (
        <Popconfirm
          title={t('bulletins.issueSure')}
          onConfirm={() => act.mutate({ method: 'POST', path: '/issue', body: {} })}
        >
          <Button type="primary" loading={act.isPending}>
            {t('bulletins.issue')}
          </Button>
        </Popconfirm>
      )}
      {bulletin.state === 'issued' && mayIssue && (
        <Button onClick={() => setReason('')}>{t('bulletins.correct')}</Button>
      )}
      <Modal
        open={reason !== null}
        title={t('bulletins.correct')}
        okText={t('bulletins.correctOk')}
        okButtonProps={{ disabled: !reason?.trim(), loading: act.isPending }}
        onOk={() => act.mutate({ method: 'POST', path: '/correct', body: { reason } })}
        onCancel={() => setReason(null)}
      >
        <Input.TextArea
          rows={3}
          aria-label={t('bulletins.reason')}
          placeholder={t('bulletins.reason')}
          value={reason ?? ''}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </Space>
  );
}
