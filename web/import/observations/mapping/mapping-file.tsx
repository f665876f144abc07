import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMapping } from '#app/api';
import { ApiError, send } from '../../../app/api.ts';
import { useSentence } from '../../../app/language.ts';

/** Hands a mapping out as YAML, the same that `lantian observations import --map` takes. */
export async function saveMapping(mapping: Partial<ImportMapping>, name: string): Promise<void> {
  const { stringify } = await import('yaml');
  const url = URL.createObjectURL(new Blob([stringify(mapping)], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/\.(csv|csv\.gz|gz|xlsx|txt)$/i, '')}.map.yaml`;
  link.click();
  URL.revokeObjectURL(url);
}

type Props = {
  /** null while the mapping is not complete */
  mapping: ImportMapping | null;
  fileName: string;
  onLoad: (mapping: ImportMapping) => void;
};

/** A mapping is saved once for a kind of file and loaded for the next one. */
export function MappingFile({ mapping, fileName, onLoad }: Props) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const load = async (file: File | undefined) => {
    if (!file) return;
    try {
      const given = { name: file.name.slice(0, 200), text: await file.text() };
      const answer = await send<{ mapping: ImportMapping }>('POST', '/api/observations/mappings', given);
      onLoad(answer.mapping);
      void message.success(t('import.obs.mappingLoaded', { name: file.name }));
    } catch (error) {
      void message.error(error instanceof ApiError ? sentence(error.sentence) : t('shared.states.broken'));
    } finally {
      if (input.current) input.current.value = '';
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json"
        className="unseen"
        tabIndex={-1}
        aria-label={t('import.obs.loadMapping')}
        onChange={(e) => void load(e.target.files?.[0])}
      />
      <Button size="small" icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {t('import.obs.loadMapping')}
      </Button>
      <Button
        size="small"
        icon={<DownloadOutlined />}
        disabled={!mapping}
        onClick={() => mapping && void saveMapping(mapping, fileName)}
      >
        {t('import.obs.saveMapping')}
      </Button>
    </>
  );
}
