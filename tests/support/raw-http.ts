import { once } from 'node:events'
import { connect } from 'node:net'

/** Sends bytes as they are and returns everything that came until the other side closed. */
export async function sendRaw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let got = ''
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    got += chunk
  })
  // A server that lets go of a bad connection may reset it.
  socket.on('error', () => {})
  socket.write(text)
  await once(socket, 'close')
  return got
}

export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
