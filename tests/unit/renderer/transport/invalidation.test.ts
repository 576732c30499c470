import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { refreshAfterEvent } from '#renderer/transport/invalidation.ts'

test('an event that comes while the first answer is on its way makes it be asked again', async () => {
  const client = new QueryClient()
  const answers: ((value: string) => void)[] = []
  const observer = new QueryObserver(client, {
    queryKey: ['connections.list', {}],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isNew = new Promise<void>((resolve) => {
    observer.subscribe(({ data }) => data === 'with the new one' && resolve())
  })
  void refreshAfterEvent(client, 'connections.changed')
  answers[0]?.('as it was')
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.('with the new one')
  await isNew
  expect(observer.getCurrentResult().data).toBe('with the new one')
  client.clear()
})
