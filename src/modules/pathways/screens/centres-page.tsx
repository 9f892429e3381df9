import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { digits, formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { listCarriers } from '../../enrolment/contract/carriers.ts'
import { useCounties } from '../../territory/screens/port.ts'
import { addCentreGuide, type Centre, endCentreGuide, listCentres } from '../contract/centres.ts'
import { words } from '../words.ts'
import { CentreDialog } from './centre-dialog.tsx'

/** Counselling centres with licence and places, and who works there. */
export function Screen() {
  const say = useSay()
  const read = useRead(listCentres, {})
  const mayKeep = useMay('pathways.keep-centre')
  const [open, setOpen] = useState<Centre | 'adding'>()
  const close = (): void => setOpen(undefined)
  return (
    <>
      <PageHeader
        title={say(words.centres)}
        facts={say(words['centres-hint'])}
        actions={
          mayKeep ? (
            <Button look="primary" onPress={() => setOpen('adding')}>
              {say(words['centre-new'])}
            </Button>
          ) : undefined
        }
      />
      <Read of={read}>
        {({ centres }) =>
          centres.length === 0 ? (
            <EmptyState>{say(words['no-centres'])}</EmptyState>
          ) : (
            centres.map((one) => <One key={one.id} centre={one} mayKeep={mayKeep} onChange={() => setOpen(one)} />)
          )
        }
      </Read>
      {open === undefined ? null : <CentreDialog centre={open === 'adding' ? undefined : open} onClose={close} />}
    </>
  )
}
const LICENCES = { 'in-force': 'done', 'to-come': 'waiting', over: 'overdue' } as const
interface Props {
  readonly centre: Centre
  readonly mayKeep: boolean
  readonly onChange: () => void
}
function One({ centre, mayKeep, onChange }: Props) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const { name, countyCode, licenceNumber, licenceFrom, licenceTo, places, used, licence, guides } = centre
  return (
    <Card title={name}>
      <div className="flex flex-col gap-2">
        <p className="flex flex-wrap items-center gap-2">
          {countyName(countyCode)}
          <Tag meaning={LICENCES[licence]}>
            {say(words[`licence-${licence}`], { day: formatDate(licence === 'to-come' ? licenceFrom : licenceTo, language) })}
          </Tag>
        </p>
        <p className="text-ink-2">
          {say(words['licence-number'])}: <bdi>{digits(licenceNumber, language)}</bdi>، {say(words.places)}:{' '}
          {say(words['places-free'], { free: formatNumber(places - used, language), n: formatNumber(places, language) })}
        </p>
        <h3 className="pt-2 font-semibold">{say(words['centre-guides'])}</h3>
        {guides.length === 0 ? <p className="text-ink-2">{say(words['no-centre-guides'])}</p> : null}
        <ul className="flex flex-col divide-y divide-line">
          {guides.map((guide) => (
            <li key={guide.accountId} className="flex min-h-11 flex-wrap items-center justify-between gap-2">
              {guide.name} {mayKeep ? <EndGuide centreId={centre.id} accountId={guide.accountId} name={guide.name} /> : null}
            </li>
          ))}
        </ul>
        {mayKeep ? (
          <>
            <AddGuide centre={centre} />
            <div>
              <Button label={`${say(words['centre-change'])}: ${name}`} onPress={onChange}>
                {say(words['centre-change'])}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Card>
  )
}
function EndGuide({ centreId, accountId, name }: { readonly centreId: string; readonly accountId: string; readonly name: string }) {
  const say = useSay()
  const write = useWrite(endCentreGuide)
  return (
    <Button
      look="quiet"
      label={`${say(words['centre-guide-end'])}: ${name}`}
      isPending={write.isPending}
      onPress={() => write.mutate({ input: { id: centreId, accountId } })}
    >
      {say(words['centre-guide-end'])}
    </Button>
  )
}
function AddGuide({ centre }: { readonly centre: Centre }) {
  const say = useSay()
  const carriers = useRead(listCarriers, {})
  const [accountId, setAccount] = useState<string>()
  const write = useWrite(addCentreGuide)
  const able = (carriers.data?.carriers ?? []).filter(
    (one) => one.isActive && one.counties.includes(centre.countyCode) && !centre.guides.some((guide) => guide.accountId === one.accountId),
  )
  const press = (): void => {
    if (accountId !== undefined) write.mutate({ input: { id: centre.id, accountId } }, { onSuccess: () => setAccount(undefined) })
  }
  return (
    <div className="flex max-w-md flex-col gap-3">
      <SelectField
        label={`${say(words['centre-guide-add'])}: ${centre.name}`}
        value={accountId}
        onChange={setAccount}
        choices={able.map((one) => ({ value: one.accountId, label: one.name }))}
      />
      <ProblemBox error={write.error} />
      <div>
        <Button isDisabled={accountId === undefined} isPending={write.isPending} onPress={press}>
          {say(words['centre-guide-add'])}
        </Button>
      </div>
    </div>
  )
}
