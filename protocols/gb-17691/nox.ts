/** NOx of a raw 0, the least the field can say: what a sensor shows before it has reached its temperature, or when parked. */
export const NOX_OF_RAW_ZERO = -200;

/**
 * The NOx reading of a stream in ppm, or null when there is none: the field is invalid, or it is the raw zero that stands for
 * no reading. The decoder leaves −200 as it is, so that the frame can be written again; this is the rule that judges it.
 */
export const noxReading = (ppm: number | null): number | null => (ppm === NOX_OF_RAW_ZERO ? null : ppm);
