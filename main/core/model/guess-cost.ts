/** What each guess of a password or a passphrase takes: scrypt's parameters, kept beside what they protect. */
export type GuessCost = { n: number; r: number; p: number }

/** 128 MB and about a quarter of a second. */
export const STRONG: GuessCost = { n: 2 ** 17, r: 8, p: 1 }
