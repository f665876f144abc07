import { InboxOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, upload } from '../app/api.ts';
import { useSentence } from '../app/language.ts';

type Props<T> = {
  /** where the file goes */
  to: string;
  /** file name endings that are offered, like `.docx` */
  accept: string;
  title: string;
  text: string;
  onDone: (answer: T) => void;
};

/** A place to drop or choose one file; it goes up with its progress shown, can be stopped, and a refusal stands where it happened. */
export function DropZone<T>({ to, accept, title, text, onDone }: Props<T>) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController | null>(null);
  const id = useId();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<{ name: string; part: number } | null>(null);
  const [refused, setRefused] = useState<{ name: string; error: unknown } | null>(null);

  const take = async (file: File | undefined) => {
    if (!file || sending) return;
    setRefused(null);
    setSending({ name: file.name, part: 0 });
    stop.current = new AbortController();
    try {
      const onProgress = (part: number) => setSending({ name: file.name, part });
      onDone(await upload<T>(to, file, { onProgress, signal: stop.current.signal }));
    } catch (error) {
      if (!(error instanceof DOMException)) setRefused({ name: file.name, error });
    } finally {
      setSending(null);
      if (input.current) input.current.value = '';
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file; the button inside does the same by keyboard
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <InboxOutlined className="drop-icon" aria-hidden />
      <p className="drop-title">{title}</p>
      <p className="quiet" id={id}>
        {text}
      </p>
      <input
        ref={input}
        type="file"
        accept={accept}
        className="unseen"
        tabIndex={-1}
        aria-label={title}
        aria-describedby={id}
        onChange={(e) => void take(e.target.files?.[0])}
      />
      {sending ? (
        <div className="drop-sending" role="status">
          <span>
            {sending.part < 1
              ? t('import.drop.sending', { name: sending.name })
              : t('import.drop.reading', { name: sending.name })}
          </span>
          <Progress percent={Math.round(sending.part * 100)} size="small" status="active" />
          <Button size="small" onClick={() => stop.current?.abort()}>
            {t('shared.cancel')}
          </Button>
        </div>
      ) : (
        <Button type="primary" onClick={() => input.current?.click()}>
          {t('import.drop.choose')}
        </Button>
      )}
      {refused && (
        <p className="drop-refused" role="alert">
          {refused.name}：
          {refused.error instanceof ApiError ? sentence(refused.error.sentence) : t('shared.states.broken')}
        </p>
      )}
    </div>
  );
}
