/**
 * What an administrator has laid beside the data (`policy.json`): read anew on every question. A file that cannot be
 * read counts as the strictest one.
 */
export type Policy = { read(): { isOffline: boolean; isBroken: boolean; path: string } }
