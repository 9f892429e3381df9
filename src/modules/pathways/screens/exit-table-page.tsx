import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type ExitEdition, readExitTable } from '../contract/exit-table.ts'
import { words } from '../words.ts'
import { ExitRows } from './exit-rows.tsx'
import { PublishDialog } from './publish-dialog.tsx'

/** The table with its editions; the office puts a new one in force by letter. */
export function Screen() {
  const say = useSay()
  const mayPublish = useMay('pathways.publish-exit-table')
  const table = useRead(readExitTable, {})
  const [isPublishing, setPublishing] = useState(false)
  return (
    <>
      <PageHeader
        title={say(words['exit-table'])}
        facts={say(words['exit-table-office-hint'])}
        actions={
          mayPublish ? (
            <Button look="primary" onPress={() => setPublishing(true)}>
              {say(words['publish-exit-table'])}
            </Button>
          ) : undefined
        }
      />
      <Read of={table}>
        {({ editions, inForce }) => (
          <>
            {inForce === null ? <EmptyState>{say(words['no-edition'])}</EmptyState> : null}
            {editions.map((edition) => (
              <Edition key={edition.id} edition={edition} place={placeOf(editions, edition, inForce)} />
            ))}
            {isPublishing ? <PublishDialog rows={editions[0]?.rows ?? []} onClose={() => setPublishing(false)} /> : null}
          </>
        )}
      </Read>
    </>
  )
}
type Place = 'in-force' | 'coming' | 'past'
/** Editions stand newest first: what stands before the one in force is to come. */
function placeOf(editions: readonly ExitEdition[], edition: ExitEdition, inForce: string | null): Place {
  if (edition.id === inForce) return 'in-force'
  const here = editions.findIndex(({ id }) => id === inForce)
  return here === -1 || editions.indexOf(edition) < here ? 'coming' : 'past'
}
const MEANINGS = { 'in-force': 'current', coming: 'waiting', past: 'neutral' } as const
function Edition({ edition, place }: { readonly edition: ExitEdition; readonly place: Place }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Card title={say(words['edition-number'], { n: edition.number })}>
      <p className="pb-3">
        <Tag meaning={MEANINGS[place]}>{say(words[`edition-${place}`])}</Tag>
      </p>
      <Facts
        facts={[
          [say(words['in-force-from']), formatDate(edition.inForceFrom, language)],
          [say(words['show-by']), formatDate(edition.showBy, language)],
          [say(words.source), say(words['source-letter'], { number: edition.letterNumber, day: formatDate(edition.letterDate, language) })],
        ]}
      />
      <ExitRows rows={edition.rows} />
    </Card>
  )
}
