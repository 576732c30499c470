import { expect, test } from 'vitest'
import { dropped } from '#renderer/app/drop/dropped.ts'

const entry = (name: string, isDirectory: boolean) => ({
  kind: 'file',
  webkitGetAsEntry: () => ({ name, isDirectory }),
})

test('a folder among the files is named and left out', () => {
  const files = [new File(['a'], 'bill.csv'), new File([], 'Счета')]
  const { files: taken, folder } = dropped({ files, items: [entry('bill.csv', false), entry('Счета', true)] })
  expect(taken.map(({ name }) => name)).toEqual(['bill.csv'])
  expect(folder).toBe('Счета')
})

test('text that is dropped with files is no file', () => {
  const { files, folder } = dropped({
    files: [new File(['a'], 'a.csv')],
    items: [{ kind: 'string' }, { kind: 'file' }],
  })
  expect(files).toHaveLength(1)
  expect(folder).toBeNull()
})
