import type { ErrorCode } from '../errors/codes.ts'
import type { Locale } from '../lib/format-money.ts'

type Area =
  | 'view'
  | 'costFilter'
  | 'virtualTag'
  | 'suggestion'
  | 'hierarchy'
  | 'tagPolicy'
  | 'series'
  | 'terms'
  | 'annotation'
  | 'moment'
type ExplorerErrorCode = Extract<ErrorCode, `${Area}.${string}`>
type Sentence = { title: string; next: string }

/** The explorer, allocation and the business behind the costs. */
export const explorerErrors: Record<Locale, Record<ExplorerErrorCode, Sentence>> = {
  ru: {
    'view.notFound': { title: 'Такого вида больше нет.', next: 'Обновите список видов.' },
    'view.nameTaken': { title: 'Вид «{name}» уже есть.', next: 'Дайте виду другое имя.' },
    'view.badFile': {
      title: 'Это не файл вида.',
      next: 'Выберите файл, который программа сохранила командой «Сохранить в файл».',
    },
    'view.newerFile': {
      title: 'Файл вида сохранён более новой версией программы.',
      next: 'Обновите программу и откройте файл ещё раз.',
    },
    'costFilter.notFound': { title: 'Такого фильтра больше нет.', next: 'Обновите список фильтров.' },
    'costFilter.nameTaken': { title: 'Фильтр «{name}» уже есть.', next: 'Дайте фильтру другое имя.' },
    'costFilter.inUse': {
      title: 'Фильтр «{name}» нужен сохранённым видам: {count}.',
      next: 'Уберите его из этих видов, затем удалите.',
    },
    'virtualTag.notFound': { title: 'Такого виртуального тега больше нет.', next: 'Обновите список тегов.' },
    'virtualTag.nameTaken': { title: 'Тег «{name}» уже есть.', next: 'Дайте тегу другое имя.' },
    'virtualTag.inUse': {
      title: 'На теге «{name}» держится: {users}.',
      next: 'Сначала удалите или измените то, что на нём держится.',
    },
    'virtualTag.badRules': {
      title: 'Правила с ошибкой сохранить нельзя.',
      next: 'Исправьте отмеченные правила.',
    },
    'virtualTag.isOff': {
      title: 'Тег «{name}» выключен: его правила ничего не распределяют.',
      next: 'Включите тег на странице «Распределение».',
    },
    'virtualTag.tooManyRules': {
      title: 'У тега не может быть больше 500 правил.',
      next: 'Объедините похожие правила или примите меньше предложений.',
    },
    'suggestion.gone': {
      title: 'Предложения устарели: данные или правила изменились.',
      next: 'Посмотрите список ещё раз.',
    },
    'hierarchy.notFound': { title: 'Такой иерархии больше нет.', next: 'Обновите список иерархий.' },
    'hierarchy.nameTaken': { title: 'Иерархия «{name}» уже есть.', next: 'Дайте иерархии другое имя.' },
    'hierarchy.inUse': {
      title: 'Уровни иерархии «{name}» нужны правилам тегов: {users}.',
      next: 'Сначала измените эти правила.',
    },
    'hierarchy.cycle': {
      title: '«{name}» входит в состав самого себя.',
      next: 'Выберите другого родителя.',
    },
    'hierarchy.orphan': {
      title: 'У узла «{name}» нет родителя, на которого он ссылается.',
      next: 'Укажите родителя или сделайте узел верхним.',
    },
    'hierarchy.valueTwice': {
      title: 'Значение «{value}» отдано двум узлам: «{first}» и «{second}».',
      next: 'Оставьте его у одного.',
    },
    'hierarchy.nodeTwice': {
      title: 'Два узла с одним номером.',
      next: 'Уберите повтор и сохраните ещё раз.',
    },
    'hierarchy.tooDeep': {
      title: 'В иерархии больше {most} уровней.',
      next: 'Уберите лишние уровни.',
    },
    'hierarchy.badDimension': {
      title: 'Иерархию нельзя построить на ней самой или на другой иерархии.',
      next: 'Выберите тег, проект, счёт или виртуальный тег.',
    },
    'tagPolicy.notFound': { title: 'Такого требования к тегам больше нет.', next: 'Обновите список.' },
    'tagPolicy.keyTaken': { title: 'Требование к тегу «{key}» уже есть.', next: 'Измените существующее.' },
    'series.notFound': { title: 'Такого показателя больше нет.', next: 'Обновите список показателей.' },
    'series.nameTaken': { title: 'Показатель «{name}» уже есть.', next: 'Дайте показателю другое имя.' },
    'series.inUse': {
      title: 'По показателю «{name}» делят общие затраты: {users}.',
      next: 'Сначала измените эти правила.',
    },
    'series.badFile': {
      title: 'Файл «{name}» не похож на таблицу с датами и числами.',
      next: 'Нужны два столбца: дата и значение. Третий — подразделение, продукт или клиент — по желанию.',
    },
    'series.badValue': {
      title: 'Значение «{value}» за {day} не подходит показателю.',
      next: 'Для месячного показателя нужен первый день месяца, для показателя по частям — название части.',
    },
    'series.valueTwice': {
      title: 'За {day} показатель назван дважды ({part}).',
      next: 'Оставьте одно значение.',
    },
    'series.noCurrency': { title: 'У выручки не указана валюта.', next: 'Выберите валюту.' },
    'terms.notFound': { title: 'Таких условий больше нет.', next: 'Обновите список условий.' },
    'terms.incomplete': {
      title: 'Условия заполнены не до конца.',
      next: 'Для наценки и скидки нужен процент, для абонентской платы — сумма и валюта.',
    },
    'annotation.notFound': { title: 'Такой пометки больше нет.', next: 'Обновите страницу.' },
    'moment.notKnown': {
      title: 'О состоянии счетов на этот момент ничего не известно.',
      next: 'Выберите файл или синхронизацию из списка.',
    },
  },
  en: {
    'view.notFound': { title: 'This view is gone.', next: 'Refresh the list of views.' },
    'view.nameTaken': { title: 'There is a view “{name}” already.', next: 'Choose another name.' },
    'view.badFile': {
      title: 'This is not a view file.',
      next: 'Choose a file that was made with “Save to a file”.',
    },
    'view.newerFile': {
      title: 'The view file was made by a newer version.',
      next: 'Update the program and open the file again.',
    },
    'costFilter.notFound': { title: 'This filter is gone.', next: 'Refresh the list of filters.' },
    'costFilter.nameTaken': { title: 'There is a filter “{name}” already.', next: 'Choose another name.' },
    'costFilter.inUse': {
      title: 'Saved views need the filter “{name}”: {count}.',
      next: 'Take it out of these views, then remove it.',
    },
    'virtualTag.notFound': { title: 'This virtual tag is gone.', next: 'Refresh the list of tags.' },
    'virtualTag.nameTaken': { title: 'There is a tag “{name}” already.', next: 'Choose another name.' },
    'virtualTag.inUse': {
      title: 'These stand on the tag “{name}”: {users}.',
      next: 'Change or remove them first.',
    },
    'virtualTag.badRules': { title: 'Rules with errors cannot be saved.', next: 'Mend the marked rules.' },
    'virtualTag.isOff': {
      title: 'The tag “{name}” is switched off: its rules allocate nothing.',
      next: 'Switch it on, on the page “Allocation”.',
    },
    'virtualTag.tooManyRules': {
      title: 'A tag can have 500 rules at most.',
      next: 'Join rules that are alike, or accept fewer suggestions.',
    },
    'suggestion.gone': {
      title: 'The suggestions are out of date: data or rules have changed.',
      next: 'Look at the list again.',
    },
    'hierarchy.notFound': { title: 'This hierarchy is gone.', next: 'Refresh the list of hierarchies.' },
    'hierarchy.nameTaken': { title: 'There is a hierarchy “{name}” already.', next: 'Choose another name.' },
    'hierarchy.inUse': {
      title: 'Rules of tags look at levels of the hierarchy “{name}”: {users}.',
      next: 'Change these rules first.',
    },
    'hierarchy.cycle': { title: '“{name}” would be a part of itself.', next: 'Choose another parent.' },
    'hierarchy.orphan': {
      title: 'The parent that “{name}” refers to is not there.',
      next: 'Name a parent, or put the node at the top.',
    },
    'hierarchy.valueTwice': {
      title: 'The value “{value}” belongs to two nodes: “{first}” and “{second}”.',
      next: 'Leave it with one.',
    },
    'hierarchy.nodeTwice': { title: 'Two nodes have the same number.', next: 'Remove one and save again.' },
    'hierarchy.tooDeep': { title: 'The hierarchy has more than {most} levels.', next: 'Remove some levels.' },
    'hierarchy.badDimension': {
      title: 'A hierarchy cannot stand on itself or on another hierarchy.',
      next: 'Choose a tag, a project, an account or a virtual tag.',
    },
    'tagPolicy.notFound': { title: 'This tag policy is gone.', next: 'Refresh the list.' },
    'tagPolicy.keyTaken': {
      title: 'There is a policy for the tag “{key}” already.',
      next: 'Change the one that is there.',
    },
    'series.notFound': { title: 'This series is gone.', next: 'Refresh the list of series.' },
    'series.nameTaken': { title: 'There is a series “{name}” already.', next: 'Choose another name.' },
    'series.inUse': {
      title: 'Shared costs are split by the series “{name}”: {users}.',
      next: 'Change these rules first.',
    },
    'series.badFile': {
      title: '“{name}” does not look like a table of dates and numbers.',
      next: 'Two columns are needed: day and value. A third one, the part, is optional.',
    },
    'series.badValue': {
      title: 'The value “{value}” of {day} does not fit the series.',
      next: 'A monthly series takes the first day of the month; one told by parts needs the name of the part.',
    },
    'series.valueTwice': { title: '{day} has two values ({part}).', next: 'Leave one of them.' },
    'series.noCurrency': { title: 'Revenue needs a currency.', next: 'Choose a currency.' },
    'terms.notFound': { title: 'These terms are gone.', next: 'Refresh the list of terms.' },
    'terms.incomplete': {
      title: 'The terms are incomplete.',
      next: 'A markup or a discount needs a percentage, a fixed price an amount and a currency.',
    },
    'annotation.notFound': { title: 'This note is gone.', next: 'Refresh the page.' },
    'moment.notKnown': {
      title: 'Nothing is known of the bills at that moment.',
      next: 'Choose a file or a sync from the list.',
    },
  },
}
