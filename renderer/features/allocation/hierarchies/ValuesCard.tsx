import { Search, X } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import { ScrollList } from '../components/ScrollList.tsx'
import styles from './hierarchies.module.css'

type Props = {
  /** The chosen one. */
  node: HierarchyNode | null
  unplaced: readonly string[]
  labelOf: (value: string) => string
  mayWrite: boolean
  onTake: (value: string) => void
  onPut: (values: readonly string[]) => void
  onMatch: () => void
  onMakeNodes: (values: readonly string[]) => void
}

/** Values of the chosen node, and those without a place: to be found, ticked and put into it. */
export function ValuesCard(props: Props) {
  const { node, unplaced, labelOf, mayWrite, onTake, onPut, onMatch, onMakeNodes } = props
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set())
  const sought = typed.trim().toLowerCase()
  const found = unplaced.filter((value) => labelOf(value).toLowerCase().includes(sought))
  const ticked = unplaced.filter((value) => ticks.has(value))
  const foundTicked = found.filter((value) => ticks.has(value))
  const tick = (values: readonly string[], isOn: boolean): void => {
    const next = new Set(ticks)
    for (const value of values)
      if (isOn) next.add(value)
      else next.delete(value)
    setTicks(next)
  }
  const done = (act: (values: readonly string[]) => void): void => {
    act(ticked)
    setTicks(new Set())
  }
  return (
    <>
      <Card title={node ? t('hierarchies.values', { name: node.name }) : t('hierarchies.tree')}>
        {!node ? <p className={styles.soft}>{t('hierarchies.valuesPick')}</p> : null}
        {node && node.values.length === 0 ? (
          <p className={styles.soft}>{t('hierarchies.valuesNone')}</p>
        ) : null}
        <ul className={styles.chips}>
          {node?.values.map((value) => (
            <li key={value} className={styles.chip}>
              {labelOf(value)}
              {mayWrite ? (
                <button
                  type="button"
                  className={styles.cross}
                  aria-label={t('hierarchies.takeAway', { value: labelOf(value) })}
                  onClick={() => onTake(value)}
                >
                  <X size={14} aria-hidden />
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
      <Card
        title={
          <>
            {t('hierarchies.unplaced')}{' '}
            {unplaced.length > 0 ? <Badge tone="warn">{unplaced.length}</Badge> : null}
          </>
        }
        actions={
          mayWrite && unplaced.length > 0 ? (
            <Button size="sm" onClick={onMatch}>
              {t('hierarchies.matchNames')}
            </Button>
          ) : null
        }
      >
        {unplaced.length === 0 ? (
          <p className={styles.soft}>{t('hierarchies.unplacedNone')}</p>
        ) : (
          <div className={styles.unplaced}>
            <TextField
              type="search"
              label={t('hierarchies.unplacedSearch')}
              isLabelHidden
              icon={Search}
              placeholder={t('hierarchies.unplacedSearch')}
              value={typed}
              onChange={setTyped}
            />
            {mayWrite ? (
              <Checkbox
                label={t('hierarchies.unplacedAll')}
                value={
                  foundTicked.length === 0 ? false : foundTicked.length === found.length ? true : 'mixed'
                }
                isDisabled={found.length === 0}
                onChange={(isOn) => tick(found, isOn)}
              />
            ) : null}
            <ScrollList label={t('hierarchies.unplacedFrame')} className={styles.list}>
              {found.length === 0 ? <li className={styles.soft}>{t('common.nothingFound')}</li> : null}
              {found.map((value) => (
                <li key={value}>
                  {mayWrite ? (
                    <Checkbox
                      label={labelOf(value)}
                      value={ticks.has(value)}
                      onChange={(isOn) => tick([value], isOn)}
                    />
                  ) : (
                    labelOf(value)
                  )}
                </li>
              ))}
            </ScrollList>
            {mayWrite ? (
              <div className={styles.acts}>
                <Button
                  variant="primary"
                  size="sm"
                  disabled={ticked.length === 0 || !node}
                  onClick={() => done(onPut)}
                >
                  {ticked.length === 0
                    ? t('hierarchies.assignNone')
                    : node
                      ? t('hierarchies.assign', { count: ticked.length, name: node.name })
                      : t('hierarchies.assignWhere')}
                </Button>
                <Button size="sm" disabled={ticked.length === 0} onClick={() => done(onMakeNodes)}>
                  {t('hierarchies.makeNodes')}
                </Button>
              </div>
            ) : null}
          </div>
        )}
      </Card>
    </>
  )
}
