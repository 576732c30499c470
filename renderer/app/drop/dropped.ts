type Carried = {
  files: ArrayLike<File>
  items: ArrayLike<{ kind: string; webkitGetAsEntry?: () => { isDirectory: boolean; name: string } | null }>
}

/** The files of a drop, and the name of a folder among them, which cannot be read as one. */
export function dropped(carried: Carried): { files: File[]; folder: string | null } {
  const folders = Array.from(carried.items)
    .filter(({ kind }) => kind === 'file')
    .flatMap((item) => {
      const entry = item.webkitGetAsEntry?.()
      return entry?.isDirectory ? [entry.name] : []
    })
  return {
    files: Array.from(carried.files).filter(({ name }) => !folders.includes(name)),
    folder: folders[0] ?? null,
  }
}
