import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { YesNoField } from '../../../ui/fields.tsx'
import { formatDate, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { type BrokenGlass, listBrokenGlass, reviewBrokenGlass } from '../contract/protection.ts'
import { words } from '../words.ts'

/** Files opened in danger, those that wait for a second person first. */
export function Screen() {
  const say = useSay()
  const glasses = useRead(listBrokenGlass, {})
  return (
    <>
      <PageHeader title={say(words.glasses)} />
      <Read of={glasses}>
        {(data) =>
          data.glasses.length === 0 ? (
            <EmptyState>{say(words['no-glasses'])}</EmptyState>
          ) : (
            data.glasses.map((one) => <Glass key={one.id} glass={one} />)
          )
        }
      </Read>
    </>
  )
}
function Glass({ glass }: { readonly glass: BrokenGlass }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const may = useMay('people.review-broken-glass')
  return (
    <Card title={say(words[`glass-${glass.reason}`])}>
      <p className="flex flex-wrap items-center gap-2 text-dense">
        {countyName(glass.countyCode)} · {say(words['glass-by'], { name: glass.openedBy })} · {formatInstant(glass.openedAt, language)}
        {glass.verdict === null ? (
          <Tag meaning="due">{say(words['glass-review-due'], { day: formatDate(glass.reviewDueOn, language) })}</Tag>
        ) : (
          <Tag meaning={glass.verdict === 'justified' ? 'done' : 'overdue'}>{say(words[`glass-${glass.verdict}`])}</Tag>
        )}
        {glass.isUnsafeToTell ? <Tag meaning="neutral">{say(words['glass-unsafe'])}</Tag> : null}
      </p>
      {glass.verdict === null && may ? <Review glass={glass} /> : null}
    </Card>
  )
}
function Review({ glass }: { readonly glass: BrokenGlass }) {
  const say = useSay()
  const [mayBeTold, setTold] = useState(!glass.isUnsafeToTell)
  const write = useWrite(reviewBrokenGlass)
  const press = (verdict: 'justified' | 'not-justified'): void =>
    write.mutate({ input: { id: glass.id, verdict, mayBeTold, version: glass.version } })
  return (
    <div className="flex flex-col gap-4 pt-4">
      <YesNoField label={say(words['glass-may-be-told'])} value={mayBeTold} onChange={setTold} />
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" isPending={write.isPending} onPress={() => press('justified')}>
          {say(words['glass-justified'])}
        </Button>
        <Button look="danger" isPending={write.isPending} onPress={() => press('not-justified')}>
          {say(words['glass-not-justified'])}
        </Button>
      </div>
    </div>
  )
}
