import { type ReadingWarning, type SourcePlace, tidyLines } from '../grid.ts';
import { children, descendants, type Element, textOf } from '../xml.ts';
import type { ParagraphText } from './text.ts';

type Notes = Record<'footnote' | 'endnote', ReadonlyMap<string, string>>;

/** Texts of footnotes or endnotes by their id. */
export function notesOf(part: Element | undefined): Map<string, string> {
  return new Map(
    children(part)
      .filter((note) => note.attributes.type === undefined || note.attributes.type === 'normal')
      .map((note) => {
        const texts = [...descendants(note)].filter((e) => e.name === 't').map(textOf);
        return [note.attributes.id ?? '', tidyLines(texts.join(''))];
      }),
  );
}

/** What a person should know of a document's reading; each thing is said once, or once for each place. */
export class DocumentRemarks {
  pictures = 0;
  embedded = false;
  private readonly said = new Map<string, ReadingWarning>();
  private readonly notes: Notes;

  constructor(notes: Notes) {
    this.notes = notes;
  }

  paragraph(read: ParagraphText, place: SourcePlace): void {
    this.pictures += read.pictures;
    if (read.boxes.length > 0)
      this.say(
        'text_box',
        '文档中有文本框，其文字已作为单独段落保留，请核对',
        'The document has a text box; its words are kept as paragraphs of their own, please check them',
        place,
      );
    if (read.hidden) this.hiddenText();
    if (read.tracked)
      this.say(
        'tracked_changes',
        '文档中有修订痕迹，已按接受全部修订后的文字读取',
        'The document has tracked changes; it was read as if all of them were accepted',
      );
    for (const { kind, id } of read.notes) {
      const note = this.notes[kind].get(id);
      if (note)
        this.say(
          'note',
          `脚注没有并入正文，请核对：${note}`,
          `A note was not taken into the text, please check it: ${note}`,
          place,
        );
    }
  }

  hiddenText(): void {
    this.say(
      'hidden_text',
      '文档中隐藏的文字没有读取，如需读取请取消隐藏后重新上传',
      'Hidden text of the document was not read: unhide it and upload again if it belongs to the plan',
    );
  }

  nestedTable(place: SourcePlace): void {
    this.say(
      'nested_table',
      '单元格中嵌套有表格，其文字已并入该单元格，请核对',
      'A cell holds a table of its own; its words are joined to the cell, please check them',
      place,
    );
  }

  embeddedDocument(place: SourcePlace): void {
    this.embedded = true;
    this.say(
      'embedded_document',
      '文档中嵌入了另一个文档，其内容没有读取，请把内容粘贴为正文后重新上传',
      'Another document is embedded and was not read: paste its content into the text and upload again',
      place,
    );
  }

  warnings(): ReadingWarning[] {
    if (this.pictures > 0)
      this.say(
        'picture',
        '文档中有图片或图形，其中的文字没有读取',
        'The document has pictures or drawings; words inside them were not read',
      );
    return [...this.said.values()];
  }

  private say(code: string, zh: string, en: string, source?: SourcePlace): void {
    const key = JSON.stringify([code, zh, source]);
    if (!this.said.has(key)) this.said.set(key, source ? { code, zh, en, source } : { code, zh, en });
  }
}
