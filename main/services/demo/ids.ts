/** Made from the workspace's own, so that a saved link to a connection holds when the figures are made anew. */
export const idFor = (workspaceId: string, key: string): string => `${workspaceId}.${key}`
