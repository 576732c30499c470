import { about } from './texts/about.ts'
import { common } from './texts/common.ts'
import { palette } from './texts/palette.ts'
import { people } from './texts/people.ts'
import { settings } from './texts/settings.ts'
import { shell } from './texts/shell.ts'

/** Every text of the page by area; keys are `area.key`. */
export const texts = { common, shell, palette, people, settings, about }

type Texts = typeof texts
export type TextKey = { [A in keyof Texts & string]: `${A}.${keyof Texts[A]['ru'] & string}` }[keyof Texts &
  string]
