import { Refusal } from '#platform/refusal';

/** Largest file that is taken: 20 MB; a plan is below 1 MB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Largest total after inflating, and entries, of an OOXML package. */
export const MAX_INFLATED_BYTES = 200 * 1024 * 1024;
/** Word's own limit is 63 columns; more is not a plan's table. */
export const MAX_COLUMNS = 200;
/** Rows times columns of one table; the longest plans have some 500 rows. */
export const MAX_CELLS = 60_000;
export const MAX_ROWS = 5000;
/** Characters of one cell or paragraph, of the whole document, and lines of a text. */
export const MAX_CELL_TEXT = 30_000;
export const MAX_TEXT = 2_000_000;
export const MAX_LINES = 60_000;
export const MAX_ENTRIES = 4000;
/** How many times its packed size one entry may unfold to, once it is larger than 4 MB; real documents stay below 60. */
export const MAX_RATIO = 250;

export const tooLarge = (bytes: number) =>
  new Refusal(
    'document_too_large',
    {
      zh: '文件超过20MB，请删去图片后另存，或只保留计划表再上传。',
      en: 'The file is larger than 20 MB: remove pictures, or keep only the plan table, and upload again.',
    },
    { bytes },
  );

/** @throws Refusal document_too_large, before a file of that size is read at all */
export function refuseLarge(bytes: number): void {
  if (bytes > MAX_FILE_BYTES) throw tooLarge(bytes);
}

export const bomb = (context: Record<string, unknown>) =>
  new Refusal(
    'document_too_large',
    {
      zh: '文件解压后异常庞大，疑似压缩炸弹，未予读取；请用Word或Excel重新另存后上传。',
      en: 'The file unfolds to an absurd size and was not read: save it anew with Word or Excel and upload that.',
    },
    context,
  );

export const damaged = (why: string, context: Record<string, unknown> = {}) =>
  new Refusal(
    'document_unreadable',
    {
      zh: '文件已损坏或内容不完整，无法读取；请用Word或Excel打开并另存后重新上传。',
      en: 'The file is damaged or incomplete: open it in Word or Excel, save it anew and upload that.',
    },
    { why, ...context },
  );

export const encrypted = () =>
  new Refusal('document_encrypted', {
    zh: '文件设有打开密码，无法读取；请在Word或Excel中取消密码后重新上传。',
    en: 'The file is protected by a password: remove the password in Word or Excel and upload it again.',
  });

export const macros = (entry: string) =>
  new Refusal(
    'document_has_macros',
    {
      zh: '文件含有宏，出于安全不予读取；请另存为不含宏的.docx或.xlsx后上传。',
      en: 'The file contains macros and is not read: save it as .docx or .xlsx without macros and upload that.',
    },
    { entry },
  );

export const oldFormat = (name: string) =>
  new Refusal(
    'document_kind_unknown',
    {
      zh: '不能读取旧版或其他办公软件的文件（如.doc、.xls、.wps、.et、.odt、.rtf、网页）；请用Word、Excel或WPS另存为.docx或.xlsx后上传。',
      en: 'Files of older or other office programs (.doc, .xls, .wps, .et, .odt, .rtf, web pages) cannot be read: save it as .docx or .xlsx and upload that.',
    },
    { name },
  );

export const isPdf = (name: string) =>
  new Refusal(
    'document_kind_unknown',
    {
      zh: '不能读取PDF文件；请上传它的Word或Excel原文件，或用Word打开该PDF、核对后另存为.docx再上传。',
      en: 'PDF files cannot be read: upload the Word or Excel original, or open the PDF in Word, check it, save it as .docx and upload that.',
    },
    { name },
  );

export const unknownKind = (name: string) =>
  new Refusal(
    'document_kind_unknown',
    {
      zh: '只能读取.docx、.xlsx和.txt文件，请转换成其中一种后上传。',
      en: 'Only .docx, .xlsx and .txt can be read: convert the file to one of them and upload that.',
    },
    { name },
  );

export const tooMuch = (context: Record<string, unknown>) =>
  new Refusal(
    'document_too_large',
    {
      zh: '文件中的表格异常庞大（行、列或内容过多），不像是一份行动计划，未予读取；请只保留计划表后重新上传。',
      en: 'The file holds a table far larger than any action plan and was not read: keep only the plan table and upload again.',
    },
    context,
  );

export const embeddedOnly = () =>
  new Refusal('document_unreadable', {
    zh: '文件正文是嵌入的另一份文档，无法直接读取；请用Word打开并另存为.docx后重新上传。',
    en: 'The whole text of the file is another document embedded in it: open it in Word, save it anew as .docx and upload that.',
  });

export const bordersLost = () =>
  new Refusal('document_unreadable', {
    zh: '文本中的表格已丢失单元格边界（每行只有一个单元格），无法分清主责与协办单位；请上传Word或Excel原文件，或用制表符分隔单元格的文本。',
    en: 'The table in this text has lost the borders of its cells (one cell a line), so that lead and support units cannot be told apart: upload the Word or Excel original, or a text with tabs between the cells.',
  });

export const isPicture = () =>
  new Refusal('document_is_picture', {
    zh: '文件中只有图片（或扫描件），没有可读取的表格；请上传可编辑的Word或Excel原文件。',
    en: 'The file holds only pictures or scans and no table that can be read: upload the editable Word or Excel original.',
  });

export const nothingInside = (why: string) =>
  new Refusal(
    'document_empty',
    {
      zh: '文件中没有找到行动计划的内容（没有表格，或表格是空的）；请检查是否选对了文件。',
      en: 'No action plan was found in the file (no table, or an empty one): check that it is the right file.',
    },
    { why },
  );
