/** Hexadecimal digits in groups of four, as they are read out on the telephone. */
export const inGroups = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? ''
