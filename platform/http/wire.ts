import { z } from 'zod';

/** one text in both languages */
export const sentence = z.object({ zh: z.string(), en: z.string() });

/** what every refused request answers with */
export const errorBody = z.object({
  code: z.string(),
  message: sentence,
  /** where the input is wrong, if it is */
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** number to quote when reporting a fault */
  reference: z.string().optional(),
});
