import { Shell } from '../pages/shell.ts'
import { expect, test } from '../support/seeded.ts'
import { enterAs } from '../support/test.ts'

test('a type given once is a rule for all connections of the provider; without the rule they are open again', async ({
  context,
  seed,
}) => {
  const { host, client } = await seed({ hasUnknown: true })
  await enterAs(context, host, client)
  const page = await context.newPage()
  await page.goto(`${host.origin}/unrecognised`)
  const items = page
    .getByRole('main')
    .locator('li')
    .filter({ has: page.locator('h2') })
  await expect(items).toHaveCount(3)
  const gpu = items.filter({ hasText: 'gpu-1' })
  await expect(gpu).toContainText(/120,50\s₽ в день/)
  await gpu.getByRole('button', { name: /gpu-1/ }).click()
  await expect(gpu.locator('pre')).toContainText('"type": "mystery_gpu"')
  await expect(gpu).toContainText('во всех подключениях Selectel')
  await gpu.getByLabel('Заметка').fill('Ускоритель для аналитики')
  await gpu.getByRole('button', { name: 'Сохранить заметку' }).click()
  await expect(page.getByText('Изменения сохранены')).toBeVisible()
  await gpu.getByLabel('Тип').selectOption({ label: 'Сервер' })
  await gpu.getByRole('button', { name: 'Назначить тип' }).click()

  await expect(items).toHaveCount(1)
  await expect(items).toContainText('vault-1')
  await page.getByRole('radio', { name: 'Разобранные' }).check({ force: true })
  await expect(items).toHaveCount(2)
  await expect(items.filter({ hasText: 'gpu-2' })).toContainText('Сервер')
  const rules = page.getByRole('region', { name: 'Правила' })
  await expect(rules).toContainText(/Selectel.*mystery_gpu.*Сервер.*Мария Белова/)

  await rules.getByRole('button', { name: 'Удалить правило «mystery_gpu»' }).click()
  const confirm = page.getByRole('dialog', { name: 'Удалить правило?' })
  await confirm.getByRole('button', { name: 'Удалить правило' }).click()
  await expect(rules).toHaveCount(0)
  await page.getByRole('radio', { name: /Открытые/ }).check({ force: true })
  await expect(items).toHaveCount(3)
  await expect(items.filter({ hasText: 'gpu-1' })).toContainText('Не разобрано')
})

test('one may be put aside without a type, found again, and opened anew', async ({ context, seed }) => {
  const { host, client } = await seed({ hasUnknown: true })
  await enterAs(context, host, client)
  const page = await context.newPage()
  await page.goto(`${host.origin}/unrecognised?search=vault`)
  const items = page
    .getByRole('main')
    .locator('li')
    .filter({ has: page.locator('h2') })
  await expect(items).toHaveCount(1)
  await items.getByRole('button', { name: /vault-1/ }).click()
  await items.getByRole('button', { name: 'Отметить разобранным' }).click()
  await expect(page.getByText('Ничего не найдено')).toBeVisible()
  await page.getByRole('radio', { name: 'Все', exact: true }).check({ force: true })
  await items.getByRole('button', { name: /vault-1/ }).click()
  await expect(items).toContainText('Разобрал(а) Мария Белова')
  await items.getByRole('button', { name: 'Вернуть в открытые' }).click()
  await expect(items).toContainText('Не разобрано')
})

test('whoever may only look sees the record and no controls', async ({ context, seed }) => {
  const { host, client } = await seed({ hasUnknown: true, role: 'analyst' })
  await enterAs(context, host, client)
  const page = await context.newPage()
  await page.goto(host.origin)
  await new Shell(page).palette('нераспозн')
  await page.keyboard.press('Enter')
  await expect(new Shell(page).heading('Нераспознанное')).toBeVisible()
  const gpu = page.getByRole('main').locator('li').filter({ hasText: 'gpu-1' })
  await gpu.getByRole('button', { name: /gpu-1/ }).click()
  await expect(gpu.locator('pre')).toContainText('mystery_gpu')
  await expect(gpu).toContainText('Назначать типы могут владелец и администратор.')
  await expect(gpu.getByRole('button', { name: /Назначить|Сохранить|Отметить/ })).toHaveCount(0)
})
