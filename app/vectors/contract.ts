import { z } from 'zod';

/** Runs one case: takes the input as it stands in the file, returns what the suite expects. */
export type Contract = (input: unknown) => unknown;

/** A contract with the shape of its input; a case of another shape fails with a readable reason. */
export function contract<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => unknown,
): Contract {
  return (input) => {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new TypeError(`input does not fit the contract: ${z.prettifyError(parsed.error)}`);
    return run(parsed.data);
  };
}

/** A decimal: text, or a number that stands for its shortest decimal. */
export const decimal = z.union([z.string(), z.number()]);
export const decimalOrNull = decimal.nullable();
