import type { Translate } from '#renderer/i18n/translate.ts'
import { builtInOf, type SavedView } from '#shared/contract/views.ts'

/** A person's own word for a view; ours for one that is built in. */
export function viewName({ id, name }: Pick<SavedView, 'id' | 'name'>, t: Translate): string {
  const builtIn = builtInOf(id)
  return builtIn ? t(`views.builtIn.${builtIn}`) : name
}
