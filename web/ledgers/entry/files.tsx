import { PaperClipOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Image, Input, Popconfirm } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerEntryFiles } from '#app/api';
import { ApiError, send, upload } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useFormat } from '../../shared/format.ts';
import { entryFilesQuery } from '../queries.ts';

type Props = { ledger: string; id: number; mayKeep: boolean };

/** Documents and pictures of an entry: looked at here, added and taken back by whoever keeps it. */
export function Files({ ledger, id, mayKeep }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState('');
  const query = entryFilesQuery(ledger, id);
  const files = useQuery(query).data?.files ?? [];
  if (files.length === 0 && !mayKeep) return null;
  const add = async (given: File[]) => {
    setRefused('');
    setSending(true);
    try {
      const own = `/api/ledgers/${ledger}/entries/${id}/files`;
      client.setQueryData(query.queryKey, await upload<LedgerEntryFiles>(own, given));
    } catch (error) {
      setRefused(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'));
    } finally {
      setSending(false);
    }
  };
  return (
    <section className="ledger-history">
      <h3>{t('ledgers.files.title')}</h3>
      <Image.PreviewGroup>
        <ul className="ledger-files">
          {files.map((file) => (
            <OneFile key={file.id} file={file} ledger={ledger} id={id} mayKeep={mayKeep} />
          ))}
        </ul>
      </Image.PreviewGroup>
      {mayKeep && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            className="unseen"
            tabIndex={-1}
            aria-label={t('ledgers.files.add')}
            accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
            onChange={(event) => {
              const given = [...(event.target.files ?? [])];
              event.target.value = '';
              if (given.length) void add(given);
            }}
          />
          <Button size="small" icon={<PaperClipOutlined />} loading={sending} onClick={() => input.current?.click()}>
            {t('ledgers.files.add')}
          </Button>
        </>
      )}
      {refused && (
        <p role="alert" className="ledger-refused">
          {refused}
        </p>
      )}
    </section>
  );
}

function OneFile({ file, ledger, id, mayKeep }: Props & { file: LedgerEntryFiles['files'][number] }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = async () => {
    await send('POST', `/api/ledgers/${ledger}/entries/${id}/files/${file.id}/withdraw`, { reason: reason.trim() });
    await client.invalidateQueries({ queryKey: entryFilesQuery(ledger, id).queryKey });
  };
  return (
    <li className={file.withdrawn ? 'struck' : undefined}>
      {file.mediaType.startsWith('image/') && !file.withdrawn ? (
        <Image src={`/api/files/${file.fileId}`} alt={file.name} width={104} />
      ) : (
        <a href={`/api/files/${file.fileId}`} download={file.name}>
          {file.name}
        </a>
      )}
      <p className="quiet">
        {file.by} · {time(file.at)} · <span title={file.sha256}>SHA-256 {file.sha256.slice(0, 10)}…</span>
        {file.withdrawn && ` · ${t('ledgers.files.withdrawn', file.withdrawn)}`}
      </p>
      {mayKeep && !file.withdrawn && (
        <Popconfirm
          title={t('ledgers.files.ask')}
          description={
            <Input
              value={reason}
              maxLength={500}
              placeholder={t('ledgers.files.reason')}
              aria-label={t('ledgers.files.reason')}
              onChange={({ target }) => setReason(target.value)}
            />
          }
          okButtonProps={{ disabled: !reason.trim() }}
          onConfirm={withdraw}
        >
          <Button type="link" size="small">
            {t('ledgers.files.withdraw')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
