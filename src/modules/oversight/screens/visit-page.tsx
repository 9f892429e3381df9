import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { download, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, ProblemBox, Read, ReadPage } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { cancelVisit, printMinutes, readVisit, readWhom, type VisitRead } from '../contract/visits.ts'
import { navWords } from '../nav-words.ts'
import { visitWords as words } from '../words/visits.ts'
import { FindingRow } from './finding-row.tsx'
import { HoldForm } from './hold-form.tsx'
import { VisitTags } from './visit-tags.tsx'

/** One visit: before it, what it is for and the list to fill; after it, what was found. */
export function Screen() {
  const { id = '' } = useParams({ strict: false })
  return <ReadPage of={useRead(readVisit, { id })}>{(visit) => <Shown key={visit.version} visit={visit} />}</ReadPage>
}
function Shown({ visit }: { readonly visit: VisitRead }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const mayHold = useMay('oversight.hold-visit')
  const { id, placeKind, placeName, fileNumber, organisationName, state } = visit
  const which = placeName ?? (fileNumber === null ? null : digits(fileNumber, language))
  return (
    <>
      <PageHeader
        title={say(words['visit-number'], { number: digits(visit.number, language) })}
        facts={<VisitTags state={state} isOverdue={visit.isOverdue} />}
        actions={<TextLink to="/staff/visits">{say(navWords.visits)}</TextLink>}
      />
      <div className="flex flex-col gap-4">
        <Card
          title={say(words[`place-${placeKind}`])}
          actions={
            state === 'held' ? (
              <Button onPress={() => void download(printMinutes, { id })}>{say(words['print-minutes'])}</Button>
            ) : undefined
          }
        >
          <Facts
            facts={[
              [say(words['visit-day']), formatDate(visit.heldOn ?? visit.plannedOn, language)],
              ...(which === null ? [] : [[say(words['visit-place']), <bdi key="place">{which}</bdi>] as const]),
              [say(words['visit-county']), countyName(visit.countyCode)],
              [say(words['visit-purpose']), say(words[`purpose-${visit.purpose}`])],
              ...(organisationName === null ? [] : [[say(words['visit-organisation']), organisationName] as const]),
            ]}
          />
          {placeKind === 'dwelling' && state === 'planned' && mayHold ? <Whom id={id} /> : null}
        </Card>
        {state === 'planned' && mayHold ? <HoldForm visit={visit} /> : null}
        {state === 'held' ? <Found visit={visit} /> : null}
        {(state === 'planned' || state === 'asked') && mayHold ? <Cancel visit={visit} /> : null}
      </div>
    </>
  )
}
function Whom({ id }: { readonly id: string }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-col items-start gap-2 pt-3">
      <p className="text-ink-2">{say(words['see-whom-hint'])}</p>
      {isOpen ? <Named id={id} /> : <Button onPress={() => setOpen(true)}>{say(words['see-whom'])}</Button>}
    </div>
  )
}
function Named({ id }: { readonly id: string }) {
  const say = useSay()
  const read = useRead(readWhom, { id })
  return (
    <Read of={read}>
      {({ givenName, settlement, guideName }) => (
        <p>
          <span className="font-semibold">{givenName}</span>
          {settlement === null ? '' : `، ${settlement}`}
          {guideName === null ? '' : `. ${say(words['whom-guide'], { name: guideName })}`}
        </p>
      )}
    </Read>
  )
}
function Found({ visit }: { readonly visit: VisitRead }) {
  const say = useSay()
  return (
    <>
      <Card title={say(words.findings)}>
        {visit.findings.length === 0 ? (
          <EmptyState>{say(words['no-findings'])}</EmptyState>
        ) : (
          <ul className="flex flex-col divide-y divide-line">
            {visit.findings.map((one) => (
              <FindingRow key={`${one.id} ${one.version}`} finding={one} />
            ))}
          </ul>
        )}
      </Card>
      <Card title={say(words.checklist)}>
        <Facts
          facts={visit.items.map((item) => [say(words[`item-${item}`]), say(words[`seen-${visit.answers[item] ?? 'not-seen'}`])] as const)}
        />
      </Card>
    </>
  )
}
function Cancel({ visit: { id, version } }: { readonly visit: VisitRead }) {
  const say = useSay()
  const write = useWrite(cancelVisit)
  return (
    <div className="flex flex-col items-start gap-2">
      <ProblemBox error={write.error} />
      <Button look="danger" isPending={write.isPending} onPress={() => write.mutate({ input: { id, version } })}>
        {say(words['cancel-visit'])}
      </Button>
    </div>
  )
}
