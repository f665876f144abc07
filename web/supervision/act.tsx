import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, send } from '../app/api.ts';
import { useSentence } from '../app/language.ts';

type Props = {
  label: string;
  path: string;
  /** the body that is sent, with what was written and the day */
  body: (words: string, day: string) => object;
  /** asks for words (a reason, an answer); must: it cannot be left empty */
  ask?: 'may' | 'must';
  day?: string;
  danger?: boolean;
  primary?: boolean;
};

/** A button that acts after asking what has to be said; a refusal is shown in the server's own words. */
export function Act({ label, path, body, ask = 'may', day: initial, danger, primary }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [day, setDay] = useState(initial ?? '');
  const act = useMutation({
    mutationFn: () => send('POST', path, body(words.trim(), day)),
    onSuccess: async () => {
      setOpen(false);
      setWords('');
      await client.invalidateQueries({ queryKey: ['supervision'] });
      await client.invalidateQueries({ queryKey: ['reports'] });
    },
  });
  return (
    <>
      <Button size="small" danger={danger} type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={label}
        okText={label}
        okButtonProps={{ danger, disabled: (ask === 'must' && !words.trim()) || (initial !== undefined && !day) }}
        confirmLoading={act.isPending}
        onOk={() => act.mutate()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {initial !== undefined && (
          <p>
            <Input
              type="date"
              aria-label={t('supervision.until')}
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          </p>
        )}
        <Input.TextArea
          aria-label={t('supervision.words')}
          placeholder={t(ask === 'must' ? 'supervision.wordsMust' : 'supervision.wordsMay')}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {act.error && (
          <p className="report-refused" role="alert">
            {act.error instanceof ApiError ? sentence(act.error.sentence) : t('shared.states.broken')}
          </p>
        )}
      </Modal>
    </>
  );
}
