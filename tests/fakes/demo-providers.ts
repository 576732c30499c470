import { listProviders } from '#main/providers/registry.ts'
import type { FieldSpec } from '#shared/contract/connections.ts'
import { providerName } from '#shared/texts/providers.ts'
import { startBegetFake } from './beget/start.ts'
import { startSelectelFake } from './selectel/start.ts'

/**
 * Stand-ins for the providers on this machine's loopback, for whoever wants to try connecting and synchronising by
 * hand: what each form takes is printed, and the accounts go on living until Ctrl+C.
 */
const fakes = {
  beget: await startBegetFake(),
  selectel: await startSelectelFake({ filling: 'sample' }),
}

const shown = (field: FieldSpec, value: string): string => `  ${field.label.ru} (${field.name}): ${value}`

for (const { provider, fields } of listProviders()) {
  const fake = fakes[provider as keyof typeof fakes]
  if (!fake) continue
  const values: Record<string, string> = { ...fake.settings, ...fake.secrets }
  const lines = fields.flatMap((field) => {
    const value = values[field.name]
    return value === undefined ? [] : [shown(field, value)]
  })
  process.stdout.write(`${providerName(provider, 'ru')}\n${lines.join('\n')}\n\n`)
}
process.stdout.write('Ctrl+C\n')

process.once('SIGINT', () => {
  void Promise.all(Object.values(fakes).map((fake) => fake.close())).then(() => process.exit(0))
})
