import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, NumberField, TextField } from '../../../ui/fields.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { listReleases, proposeRelease, type Release, readProposedRelease, settleRelease } from '../contract/releases.ts'
import { words } from '../words.ts'
import { ReleasedFigures } from './released-figures.tsx'

/** What was published, newest first; the office proposes the figures of today, and another person publishes them as they stand here. */
export function Screen() {
  const say = useSay()
  const mayPublish = useMay('outcomes.publish')
  const read = useRead(listReleases, {})
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <PageHeader
        title={say(words.releases)}
        facts={say(words['releases-hint'])}
        actions={
          mayPublish ? (
            <Button look="primary" onPress={() => setOpen(true)}>
              {say(words['propose-release'])}
            </Button>
          ) : undefined
        }
      />
      {mayPublish ? <Proposed /> : null}
      <Read of={read}>
        {({ releases }) =>
          releases.length === 0 ? (
            <EmptyState>{say(words['no-release'])}</EmptyState>
          ) : (
            releases.map((release, place) => <OneRelease key={release.id} release={release} later={releases} isFolded={place > 0} />)
          )
        }
      </Read>
      {isOpen ? <ProposeDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
function OneRelease({
  release,
  later,
  isFolded,
}: {
  readonly release: Release
  readonly later: readonly Release[]
  readonly isFolded: boolean
}) {
  const say = useSay()
  const language = useLanguage()
  const corrected = later.find(({ corrects }) => corrects === release.number)
  const number = formatNumber(release.number ?? 0, language)
  return (
    <Card title={say(words['release-said'], { number, day: formatDate(release.asOf, language) })} isFolded={isFolded}>
      {corrected === undefined ? null : (
        <p className="pb-2 font-semibold">{say(words['release-corrected'], { number: formatNumber(corrected.number ?? 0, language) })}</p>
      )}
      {release.corrects === null ? null : (
        <p className="pb-2">
          {say(words['release-corrects'], { number: formatNumber(release.corrects, language), why: release.correction ?? '' })}
        </p>
      )}
      <ReleasedFigures figures={release.figures} />
    </Card>
  )
}
/** What waits for the second person, exactly as it would be published. */
function Proposed() {
  const say = useSay()
  const language = useLanguage()
  const read = useRead(readProposedRelease, {})
  const write = useWrite(settleRelease)
  const proposed = read.data?.proposed ?? null
  if (proposed === null) return null
  const settle = (isPublished: boolean): void => write.mutate({ input: { id: proposed.id, isPublished } })
  return (
    <Card title={say(words['release-waits'], { day: formatDate(proposed.asOf, language) })}>
      <p className="pb-3 text-ink-2">{say(words[proposed.isMine ? 'release-needs-other' : 'release-look'])}</p>
      <ReleasedFigures figures={proposed.figures} />
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2 pt-4">
        {proposed.isMine ? null : (
          <Button look="primary" isPending={write.isPending} onPress={() => settle(true)}>
            {say(words['publish-release'])}
          </Button>
        )}
        <Button onPress={() => settle(false)}>{say(words['drop-release'])}</Button>
      </div>
    </Card>
  )
}
function ProposeDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const write = useWrite(proposeRelease)
  const [corrects, setCorrects] = useState<number>()
  const [correction, setCorrection] = useState('')
  const press = (): void => {
    const said = { corrects: corrects ?? null, correction: correction.trim() === '' ? null : correction.trim() }
    write.mutate({ input: { id: newCommandId(), ...said } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['propose-release'])} isOpen onClose={onClose}>
      <p className="pb-3">{say(words['propose-release-hint'])}</p>
      <FieldGrid>
        <NumberField label={say(words['corrects-number'])} value={corrects} onChange={setCorrects} />
        <TextField label={say(words['correction-why'])} value={correction} onChange={setCorrection} />
      </FieldGrid>
      <ProblemBox error={write.error} />
      <div className="pt-4">
        <Button look="primary" isPending={write.isPending} onPress={press}>
          {say(words['propose-release'])}
        </Button>
      </div>
    </Dialog>
  )
}
