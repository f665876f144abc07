/** What sources tell differently about the status byte of a position: which bit means south, which west. */
export type PositionSettings = {
  /** value of bit 0 when the position is fixed */
  readonly fixedWhen: 0 | 1;
  readonly southBit: 1 | 2;
  readonly westBit: 1 | 2;
};

/** One firmware has bit 1 for north/south and bit 2 for east/west; one library has them the other way round. */
export const POSITION_DEFAULTS: PositionSettings = { fixedWhen: 0, southBit: 1, westBit: 2 };
