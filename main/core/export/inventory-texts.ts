import type { DifferenceKind } from '#shared/contract/changes.ts'
import type { ConnectionStatus } from '#shared/contract/connections.ts'
import type { ResourceMark, ResourceStatus, ResourceType } from '#shared/contract/resources.ts'
import type { Locale } from '#shared/lib/format-money.ts'

/** Words of the files about resources, connections and changes: those that the pages use. */
export type InventoryTexts = {
  locale: Locale
  files: Record<'resources' | 'connections' | 'changes', string>
  total: string
  columns: Record<
    | 'name'
    | 'type'
    | 'status'
    | 'marks'
    | 'dailyCost'
    | 'monthlyCost'
    | 'spend'
    | 'provider'
    | 'connection'
    | 'region'
    | 'vcpu'
    | 'ramGb'
    | 'diskGb'
    | 'tags'
    | 'advice'
    | 'owner'
    | 'project'
    | 'service'
    | 'address'
    | 'externalId'
    | 'renewsOn'
    | 'firstSeen'
    | 'account'
    | 'resources'
    | 'active'
    | 'balance'
    | 'daysLeft'
    | 'lastSync'
    | 'dataThrough'
    | 'addedOn'
    | 'kind'
    | 'before'
    | 'after'
    | 'change'
    | 'fields',
    string
  >
  types: Record<ResourceType, string>
  statuses: Record<ResourceStatus, string>
  marks: Record<ResourceMark, string>
  connectionStatuses: Record<ConnectionStatus, string>
  kinds: Record<DifferenceKind, string>
  /** Fields of a resource by their path; others go by their own name. */
  fields: Record<string, string>
  /** With {key}. */
  tag: string
  periods: Record<string, string>
}

const ru: InventoryTexts = {
  locale: 'ru',
  files: { resources: 'Ресурсы', connections: 'Подключения', changes: 'Изменения' },
  total: 'Итого',
  columns: {
    name: 'Ресурс',
    type: 'Тип',
    status: 'Статус',
    marks: 'Отметки',
    dailyCost: 'В день',
    monthlyCost: 'В месяц',
    spend: 'За период',
    provider: 'Провайдер',
    connection: 'Подключение',
    region: 'Регион',
    vcpu: 'vCPU',
    ramGb: 'Память, ГБ',
    diskGb: 'Диск, ГБ',
    tags: 'Теги',
    advice: 'Советы',
    owner: 'Владелец',
    project: 'Проект',
    service: 'Сервис',
    address: 'Адрес',
    externalId: 'Номер у провайдера',
    renewsOn: 'Продление',
    firstSeen: 'Появился',
    account: 'Аккаунт',
    resources: 'Ресурсов',
    active: 'Работает',
    balance: 'Баланс',
    daysLeft: 'Хватит, дней',
    lastSync: 'Последняя синхронизация',
    dataThrough: 'Расходы по',
    addedOn: 'Добавлено',
    kind: 'Что произошло',
    before: 'Было в день',
    after: 'Стало в день',
    change: 'Разница',
    fields: 'Что изменилось',
  },
  types: {
    server: 'Сервер',
    volume: 'Диск',
    database: 'База данных',
    kubernetes: 'Kubernetes',
    load_balancer: 'Балансировщик',
    object_storage: 'Объектное хранилище',
    file_storage: 'Файловое хранилище',
    snapshot: 'Снимок диска',
    backup: 'Резервная копия',
    image: 'Образ диска',
    registry: 'Реестр образов',
    ip_address: 'IP-адрес',
    network: 'Сеть',
    cdn: 'CDN',
    cache: 'Кэш',
    dedicated: 'Выделенный сервер',
    domain: 'Домен',
    site: 'Сайт',
    mailbox: 'Почтовый ящик',
    ftp_account: 'FTP-доступ',
    license: 'Лицензия',
    hosting: 'Хостинг',
    traffic: 'Трафик',
    other: 'Другое',
  },
  statuses: {
    running: 'Работает',
    stopped: 'Остановлен',
    changing: 'Меняется',
    error: 'Ошибка',
    blocked: 'Заблокирован',
    unknown: 'Неизвестно',
    gone: 'Удалён',
  },
  marks: { zombie: 'Удалён, но в счёте', orphan: 'Без сервера', unrecognised: 'Не распознан' },
  connectionStatuses: {
    new: 'Новое',
    checking: 'Проверяется',
    active: 'Работает',
    error: 'Ошибка',
    paused: 'На паузе',
    archived: 'В архиве',
  },
  kinds: {
    added: 'Появились',
    gone: 'Удалены',
    dearer: 'Подорожали',
    cheaper: 'Подешевели',
    resized: 'Изменили размер',
    other: 'Другое',
  },
  fields: {
    name: 'Название',
    type: 'Тип',
    service: 'Сервис',
    region: 'Регион',
    zone: 'Зона',
    status: 'Статус',
    owner: 'Владелец',
    project: 'Проект',
    businessUnit: 'Подразделение',
    environment: 'Среда',
    price: 'Цена',
    'price.currency': 'Валюта цены',
    'price.period': 'Цена указана за',
    marks: 'Отметки',
    'attributes.vcpu': 'vCPU',
    'attributes.ramGb': 'Память, ГБ',
    'attributes.diskGb': 'Диск, ГБ',
    'attributes.networkMbps': 'Сеть, Мбит/с',
    'attributes.address': 'Адрес',
    'attributes.addresses': 'Адреса',
    'attributes.os': 'Система',
    'attributes.renewsOn': 'Продление',
    'attributes.privateAddresses': 'Внутренние адреса',
    'attributes.volumes': 'Диски',
    'attributes.diskType': 'Вид диска',
    'attributes.flavor': 'Конфигурация',
    'attributes.configuration': 'Конфигурация',
    'attributes.version': 'Версия',
  },
  tag: 'Тег «{key}»',
  periods: { hour: 'час', day: 'день', month: 'месяц', year: 'год' },
}

const en: InventoryTexts = {
  locale: 'en',
  files: { resources: 'Resources', connections: 'Connections', changes: 'Changes' },
  total: 'Total',
  columns: {
    name: 'Resource',
    type: 'Type',
    status: 'Status',
    marks: 'Marks',
    dailyCost: 'A day',
    monthlyCost: 'A month',
    spend: 'In the period',
    provider: 'Provider',
    connection: 'Connection',
    region: 'Region',
    vcpu: 'vCPU',
    ramGb: 'Memory, GB',
    diskGb: 'Disk, GB',
    tags: 'Tags',
    advice: 'Advice',
    owner: 'Owner',
    project: 'Project',
    service: 'Service',
    address: 'Address',
    externalId: 'Provider’s id',
    renewsOn: 'Renewal',
    firstSeen: 'First seen',
    account: 'Account',
    resources: 'Resources',
    active: 'Running',
    balance: 'Balance',
    daysLeft: 'Days left',
    lastSync: 'Last sync',
    dataThrough: 'Costs through',
    addedOn: 'Added',
    kind: 'What happened',
    before: 'Before, a day',
    after: 'After, a day',
    change: 'Difference',
    fields: 'What changed',
  },
  types: {
    server: 'Server',
    volume: 'Volume',
    database: 'Database',
    kubernetes: 'Kubernetes',
    load_balancer: 'Load balancer',
    object_storage: 'Object storage',
    file_storage: 'File storage',
    snapshot: 'Snapshot',
    backup: 'Backup',
    image: 'Image',
    registry: 'Registry',
    ip_address: 'IP address',
    network: 'Network',
    cdn: 'CDN',
    cache: 'Cache',
    dedicated: 'Dedicated server',
    domain: 'Domain',
    site: 'Site',
    mailbox: 'Mailbox',
    ftp_account: 'FTP account',
    license: 'Licence',
    hosting: 'Hosting',
    traffic: 'Traffic',
    other: 'Other',
  },
  statuses: {
    running: 'Running',
    stopped: 'Stopped',
    changing: 'Changing',
    error: 'Error',
    blocked: 'Blocked',
    unknown: 'Unknown',
    gone: 'Removed',
  },
  marks: { zombie: 'Removed, still billed', orphan: 'Without a server', unrecognised: 'Unrecognised' },
  connectionStatuses: {
    new: 'New',
    checking: 'Checking',
    active: 'Working',
    error: 'Failing',
    paused: 'Paused',
    archived: 'Archived',
  },
  kinds: {
    added: 'Appeared',
    gone: 'Removed',
    dearer: 'Dearer',
    cheaper: 'Cheaper',
    resized: 'Resized',
    other: 'Other',
  },
  fields: {
    name: 'Name',
    type: 'Type',
    service: 'Service',
    region: 'Region',
    zone: 'Zone',
    status: 'Status',
    owner: 'Owner',
    project: 'Project',
    businessUnit: 'Business unit',
    environment: 'Environment',
    price: 'Price',
    'price.currency': 'Currency of the price',
    'price.period': 'Price is for',
    marks: 'Marks',
    'attributes.vcpu': 'vCPU',
    'attributes.ramGb': 'Memory, GB',
    'attributes.diskGb': 'Disk, GB',
    'attributes.networkMbps': 'Network, Mbit/s',
    'attributes.address': 'Address',
    'attributes.addresses': 'Addresses',
    'attributes.os': 'System',
    'attributes.renewsOn': 'Renewal',
    'attributes.privateAddresses': 'Private addresses',
    'attributes.volumes': 'Volumes',
    'attributes.diskType': 'Kind of disk',
    'attributes.flavor': 'Flavour',
    'attributes.configuration': 'Configuration',
    'attributes.version': 'Version',
  },
  tag: 'Tag “{key}”',
  periods: { hour: 'an hour', day: 'a day', month: 'a month', year: 'a year' },
}

export const inventoryTexts: Record<'ru' | 'en', InventoryTexts> = { ru, en }
