import { expect, test } from 'vitest'
import { isServiceCategory } from '#main/core/focus/allowed.ts'
import { serviceCategoryOf } from '#main/core/ledger/service-category.ts'

test.each([
  ['yandex', 'Compute Cloud', 'Compute'],
  ['yandex', 'Managed Service for Kubernetes', 'Compute'],
  ['yandex', 'Managed Service for PostgreSQL', 'Databases'],
  ['yandex', 'Object Storage', 'Storage'],
  ['yandex', 'Virtual Private Cloud', 'Networking'],
  ['selectel', 'Облачная платформа: Диски', 'Storage'],
  ['selectel', 'Выделенные серверы', 'Compute'],
  ['vk', 'Базы данных', 'Databases'],
  ['beget', 'Хостинг', 'Web'],
  ['aws', 'Amazon Elastic Compute Cloud', 'Compute'],
  ['aws', 'AmazonS3', 'Storage'],
  ['aws', 'Amazon Relational Database Service', 'Databases'],
  ['azure', 'Virtual Machines', 'Compute'],
  ['azure', 'Virtual Network', 'Networking'],
  ['gcp', 'Compute Engine', 'Compute'],
  ['gcp', 'BigQuery', 'Analytics'],
  ['other', 'Что-то своё', 'Other'],
] as const)('%s sells %s under %s', (provider, service, category) => {
  expect(serviceCategoryOf(provider, service)).toBe(category)
  expect(isServiceCategory(category)).toBe(true)
})
