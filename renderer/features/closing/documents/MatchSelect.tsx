import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Select } from '#renderer/ui/Select.tsx'
import type { PaymentView } from '#shared/contract/acts.ts'
import { isPayable } from './view.ts'

/** The documents that a payment may pay: of its payee, as far as numbers tell companies apart. */
export function MatchSelect({ payment }: { payment: PaymentView }) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const { data } = useCall('acts.list', { limit: 500 })
  const { mutate, isPending } = useCommand('payments.match')
  const choices = (data?.items ?? []).filter((act) => isPayable(act, payment))
  const known = choices.some(({ id }) => id === payment.actId)
  return (
    <Select
      label={t('acts.paysFor', { number: payment.number, amount: format.money(payment) })}
      isLabelHidden
      size="sm"
      isDisabled={isPending}
      value={payment.actId ?? ''}
      options={[
        { value: '', label: t('acts.paysNothing') },
        ...(payment.actId !== null && !known
          ? [{ value: payment.actId, label: t('acts.payNumber', { number: payment.actNumber ?? '' }) }]
          : []),
        ...choices.map((act) => ({
          value: act.id,
          label: t('acts.paysChoice', {
            number: act.number,
            day: format.day(act.day),
            amount: format.money({ amount: act.total, currency: act.currency }),
          }),
        })),
      ]}
      onChange={(value) =>
        mutate(
          { id: payment.id, actId: value === '' ? null : value },
          { onSuccess: () => tell.done(t('acts.matched')), onError: tell.failed },
        )
      }
    />
  )
}
