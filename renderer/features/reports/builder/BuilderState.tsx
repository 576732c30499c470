import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { isGranted } from '#shared/contract/permissions.ts'
import type { Draft } from './draft.ts'
import { refusalOf } from './draft.ts'

type Props = { draft: Draft; isDirty: boolean; isNew: boolean }

/** Whether what is on screen is kept, and what stands in the way. */
export function BuilderState({ draft, isDirty, isNew }: Props) {
  const { t } = useText()
  const { role } = useSession()
  const refusal = refusalOf(draft)
  if (!isGranted(role, 'data.write')) return <>{t('reportBuilder.viewerOnly')}</>
  if (refusal === 'name') return <>{t('reportBuilder.nameNone')}</>
  if (refusal === 'title') return <>{t('reportBuilder.reportTitleNone')}</>
  if (refusal === 'blocks') return <>{t('reportBuilder.noBlocksText')}</>
  if (refusal) return <>{t('reportBuilder.invalid')}</>
  return (
    <>
      {t(isNew ? 'reportBuilder.notSavedYet' : isDirty ? 'reportBuilder.unsaved' : 'reportBuilder.allSaved')}
    </>
  )
}
