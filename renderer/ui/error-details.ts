import type { ErrorView } from '#shared/errors/app-error.ts'

/** Plain lines for a letter to whoever helps. Details hold no secrets by the contract. */
export const errorDetails = ({ code, details, ref }: ErrorView): string =>
  [
    `code: ${code}`,
    ...(ref ? [`ref: ${ref}`] : []),
    ...Object.entries(details).map(([name, value]) => `${name}: ${value}`),
    `page: ${location.pathname}${location.search}`,
    `time: ${new Date().toISOString()}`,
  ].join('\n')
