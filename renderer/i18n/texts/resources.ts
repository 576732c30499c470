import { resourceDrawer } from './resource-drawer.ts'
import { resourceList } from './resource-list.ts'
import { resourceWords } from './resource-words.ts'

export const resources = {
  ru: { ...resourceWords.ru, ...resourceList.ru, ...resourceDrawer.ru },
  en: { ...resourceWords.en, ...resourceList.en, ...resourceDrawer.en },
}
