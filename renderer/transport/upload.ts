import type { GivenView } from '#shared/contract/host.ts'
import type { Envelope } from '#shared/errors/app-error.ts'
import { offlineError, TransportError } from './transport-error.ts'

/** Bytes of the files that are on their way from the browser to the program. */
export type Giving = { done: number; total: number }

/** `fetch` does not tell how far it has come. */
function sendFile(file: File, onSent: (bytes: number) => void): Promise<GivenView> {
  const { promise, resolve, reject } = Promise.withResolvers<GivenView>()
  const request = new XMLHttpRequest()
  request.open('POST', '/files')
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
  request.responseType = 'json'
  request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
  request.addEventListener('error', () => reject(offlineError()))
  request.addEventListener('abort', () => reject(offlineError()))
  request.addEventListener('load', () => {
    if (request.status === 401) window.location.reload()
    const envelope = request.response as Envelope<GivenView> | null
    if (envelope?.ok === true) resolve(envelope.value)
    else reject(envelope?.error ? new TransportError(envelope.error) : offlineError())
  })
  request.send(file)
  return promise
}

/** One after another: the disk is one. */
export async function upload(files: readonly File[], tell: (giving: Giving) => void): Promise<GivenView[]> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const given: GivenView[] = []
  let before = 0
  for (const file of files) {
    given.push(await sendFile(file, (bytes) => tell({ done: before + bytes, total })))
    before += file.size
    tell({ done: before, total })
  }
  return given
}

const ACCEPTED = {
  bills: '.csv,.gz,.tsv,.txt,.parquet,.xlsx,.json,.xml,.zip',
  rates: '.xml,.csv',
  tables: '.csv,.tsv,.txt,.xlsx',
  documents: '.xml,.xlsx,.txt',
  packages: '.izpack',
  parcels: '.izdata',
} as const

/** The browser's own dialog. Empty when the person changed their mind. */
export function pickFiles(kind: keyof typeof ACCEPTED): Promise<File[]> {
  const { promise, resolve } = Promise.withResolvers<File[]>()
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = !['tables', 'packages', 'parcels'].includes(kind)
  input.accept = ACCEPTED[kind]
  input.hidden = true
  const end = (files: File[]): void => {
    input.remove()
    resolve(files)
  }
  input.addEventListener('change', () => end([...(input.files ?? [])]))
  input.addEventListener('cancel', () => end([]))
  // In the page, or some browsers forget it before the person has chosen.
  document.body.append(input)
  input.click()
  return promise
}
