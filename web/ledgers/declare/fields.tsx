import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Sentence } from '../../app/language.ts';

/** One text in both languages, each with its label for whoever cannot see the form. */
export function Spoken(props: {
  value: Sentence;
  zh: string;
  en: string;
  onChange: (value: Sentence) => void;
  /** several lines were pasted into the Chinese text */
  onLines?: (text: string) => void;
}) {
  const { value, onChange, onLines } = props;
  return (
    <>
      <Input
        value={value.zh}
        placeholder={props.zh}
        aria-label={props.zh}
        maxLength={200}
        onChange={({ target }) => onChange({ ...value, zh: target.value })}
        onPaste={(event) => {
          const text = event.clipboardData.getData('text');
          if (!onLines || !text.trim().includes('\n')) return;
          event.preventDefault();
          onLines(text);
        }}
      />
      <Input
        value={value.en}
        placeholder={props.en}
        aria-label={props.en}
        maxLength={200}
        onChange={({ target }) => onChange({ ...value, en: target.value })}
      />
    </>
  );
}

/** An id, taken over when it is whole: on its way it may be another's, and what names it would follow that one. */
export function IdField(props: { value: string; label: string; onChange: (id: string) => void }) {
  const [text, setText] = useState<string | null>(null);
  const keep = () => {
    if (text !== null && text.trim() !== props.value) props.onChange(text.trim());
    setText(null);
  };
  return (
    <Input
      value={text ?? props.value}
      placeholder={props.label}
      aria-label={props.label}
      maxLength={40}
      onChange={({ target }) => setText(target.value)}
      onBlur={keep}
      onPressEnter={keep}
    />
  );
}

/** A limit that may be left open. */
export function Limit(props: {
  value: number | undefined;
  label: string;
  whole?: { least: number; most: number };
  onChange: (value: number | undefined) => void;
}) {
  return (
    <InputNumber
      value={props.value ?? null}
      prefix={<span className="quiet">{props.label}</span>}
      aria-label={props.label}
      min={props.whole?.least}
      max={props.whole?.most}
      precision={props.whole ? 0 : undefined}
      style={{ width: '100%' }}
      onChange={(value) => props.onChange(value ?? undefined)}
    />
  );
}

/** Several short texts, each closed by Enter. */
export function Words(props: {
  id?: string;
  value: readonly string[] | undefined;
  label: string;
  onChange: (value: string[]) => void;
}) {
  return (
    <Select
      id={props.id}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['、', '，', ',', '；', ';', '\n']}
      value={[...(props.value ?? [])]}
      placeholder={props.label}
      aria-label={props.label}
      onChange={props.onChange}
      style={{ width: '100%' }}
    />
  );
}
