import { Refusal } from '#platform/refusal';

/** Largest file that is taken: 20 MB; a plan is below 1 MB. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Largest total after inflating, and entries, of an OOXML package. */
export const MAX_INFLATED_BYTES = 200 * 1024 * 1024;
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

export const oldBinary = (name: string) =>
  new Refusal(
    'document_kind_unknown',
    {
      zh: '这是旧版.doc/.xls/.wps文件，请用Word、Excel或WPS另存为.docx或.xlsx后上传。',
      en: 'This is an old binary .doc, .xls or .wps file: save it as .docx or .xlsx and upload that.',
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
