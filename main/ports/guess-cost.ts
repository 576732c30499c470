/** What each guess of a password or a passphrase takes: scrypt's parameters, kept beside what they protect. */
export type GuessCost = { n: number; r: number; p: number }
