/** A file of the page's own bundle; null where it cannot be had. */
export async function readAsset(url: string): Promise<Blob | null> {
  try {
    const answer = await fetch(url)
    return answer.ok ? await answer.blob() : null
  } catch {
    return null
  }
}
