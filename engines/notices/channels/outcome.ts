/**
 * What came of one attempt to reach somebody. `again`: surely not taken, so it may be tried again. `failed`: refused for
 * good. `uncertain`: it may have been taken, so it is not sent twice. `failure` is a code, never an address or a secret.
 */
export type Outcome = { state: 'sent' } | { state: 'again' | 'failed' | 'uncertain'; failure: string };
