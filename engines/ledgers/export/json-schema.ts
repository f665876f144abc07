import type { Column, LedgerDefinition } from '../definition.ts';

type Schema = Readonly<Record<string, unknown>>;

const DATE = '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$';
const position: Schema = {
  type: 'array',
  prefixItems: [
    { type: 'number', minimum: 73, maximum: 136 },
    { type: 'number', minimum: 3, maximum: 54 },
  ],
  minItems: 2,
  maxItems: 2,
};
const geometry = (type: string, coordinates: Schema): Schema => ({
  type: 'object',
  properties: { type: { const: type }, coordinates },
  required: ['type', 'coordinates'],
  additionalProperties: false,
});
const POINT = geometry('Point', position);
const SHAPES: Readonly<Record<'line' | 'polygon', Schema>> = {
  line: geometry('LineString', { type: 'array', items: position, minItems: 2, maxItems: 2000 }),
  polygon: geometry('Polygon', {
    type: 'array',
    items: { type: 'array', items: position, minItems: 4, maxItems: 2000 },
    minItems: 1,
    maxItems: 1,
  }),
};

/** What a column takes in its plain form; the server reads other spellings too. */
function typeOf(column: Column): Schema {
  const { type, least, most, longest, decimals = 2, choices = [] } = column;
  const span = { ...(least === undefined ? {} : { minimum: least }), ...(most === undefined ? {} : { maximum: most }) };
  const ids = choices.map(({ id }) => id);
  switch (type) {
    case 'text':
    case 'entry':
      return { type: 'string', minLength: 1, maxLength: longest ?? 200 };
    case 'long_text':
      return { type: 'string', maxLength: longest ?? 5000 };
    case 'integer':
      return { type: 'integer', ...span };
    case 'decimal':
      return {
        anyOf: [
          { type: 'number', ...span },
          { type: 'string', pattern: `^-?\\d{1,15}(\\.\\d{1,${Math.max(1, decimals)}})?$` },
        ],
      };
    case 'date':
      return { type: 'string', pattern: DATE };
    case 'month':
      return { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
    case 'time':
      return { type: 'string', pattern: '^([01]\\d|2[0-4]):[0-5]\\d$' };
    case 'choice':
      return { enum: ids };
    case 'choices':
      return { type: 'array', items: { enum: ids }, uniqueItems: true };
    case 'yes_no':
      return { type: 'boolean' };
    case 'street':
      return { type: 'string', pattern: '^\\d{9}$' };
    case 'credit_code':
      return { type: 'string', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' };
    case 'vin':
      return { type: 'string', pattern: '^[A-HJ-NPR-Z0-9]{17}$' };
    case 'plate':
    case 'unit':
      return { type: 'string', minLength: 1 };
  }
}

const columnSchema = (column: Column): Schema => {
  const schema: Record<string, unknown> = {
    title: column.title.zh,
    'x-title-en': column.title.en,
    ...(column.help ? { description: `${column.help.zh} ${column.help.en}` } : {}),
    ...(column.unit ? { 'x-unit': column.unit } : {}),
    ...(column.ledger ? { 'x-ledger': column.ledger } : {}),
    ...(column.choices ? { 'x-choices': column.choices.map(({ id, title }) => ({ id, ...title })) } : {}),
  };
  if (column.derived) return { ...schema, readOnly: true };
  return column.required ? { ...schema, ...typeOf(column) } : { ...schema, anyOf: [typeOf(column), { type: 'null' }] };
};

/**
 * A ledger's entry as POST and PUT take it, as JSON Schema 2020-12: types, units (`x-unit`), choices, what is required, the
 * place as GeoJSON (WGS 84).
 */
export function entrySchema(definition: LedgerDefinition): Schema {
  const { id, title, about, columns, place, placeRequired } = definition;
  const shapes = place === 'none' ? [] : place === 'point' ? [POINT] : [POINT, SHAPES[place]];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:lantian:ledger:${id}`,
    title: `${title.zh} ${title.en}`,
    description: `${about.zh} ${about.en}`,
    type: 'object',
    properties: {
      values: {
        type: 'object',
        properties: Object.fromEntries(columns.map((column) => [column.id, columnSchema(column)])),
        required: columns.flatMap(({ id: of, required, derived }) => (required && !derived ? [of] : [])),
        additionalProperties: false,
      },
      place: placeRequired ? { anyOf: shapes } : { anyOf: [...shapes, { type: 'null' }] },
    },
    required: placeRequired ? ['values', 'place'] : ['values'],
  };
}
