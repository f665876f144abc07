import { PaperClipOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeetingView } from '#app/api';
import { ApiError, upload } from '../app/api.ts';
import { useSentence } from '../app/language.ts';

/** The signed minutes of a meeting and what was handed out; the air office adds more. */
export function MeetingFiles({ meeting, office }: { meeting: MeetingView; office: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const add = useMutation({
    mutationFn: (files: File[]) => upload<void>(`/api/supervision/meetings/${meeting.id}/files`, files),
    onSuccess: () => client.invalidateQueries({ queryKey: ['supervision'] }),
  });
  if (meeting.files.length === 0 && !office) return null;
  return (
    <div className="meeting-files">
      {meeting.files.map((file) => (
        <a key={file.id} href={`/api/files/${file.id}`} download={file.name}>
          <PaperClipOutlined aria-hidden /> {file.name}
        </a>
      ))}
      {office && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            className="unseen"
            tabIndex={-1}
            aria-label={t('supervision.meeting.file')}
            accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = '';
              if (files.length > 0) add.mutate(files);
            }}
          />
          <Button
            size="small"
            icon={<PaperClipOutlined />}
            loading={add.isPending}
            onClick={() => input.current?.click()}
          >
            {t('supervision.meeting.file')}
          </Button>
        </>
      )}
      {add.error && (
        <span role="alert" className="matter-refused">
          {add.error instanceof ApiError ? sentence(add.error.sentence) : t('shared.states.broken')}
        </span>
      )}
    </div>
  );
}
